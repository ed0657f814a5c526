import type { goodsZh } from '#text/zh/catalogue/catalogue-goods-text.ts'

export const goodsEn: typeof goodsZh = {
  milk: {
    name: 'Milk',
    care: 'Check the date before you leave home: bring nothing that expires within 30 days. Put the carton within easy reach and point out the date.',
  },
  eggs: {
    name: 'Eggs',
    care: 'Carry them gently. Look for cracked ones together, then put them in the fridge or somewhere cool.',
  },
  rice: {
    name: 'Rice',
    care: 'Choose a small bag and check its dates. Pour it into the rice bin and tie the bag shut against the damp.',
  },
  flour: {
    name: 'Flour',
    care: 'Check the date. Help to pour it into the flour bin, and put the bin in a dry place off the floor.',
  },
  'cooking-oil': {
    name: 'Cooking oil',
    care: 'Check the date. Loosen the cap and close it again, and put the bottle well away from the flame.',
  },
  naan: {
    name: 'Naan bread',
    care: 'Buy it and bring it on the same day. Ask about their teeth: choose a softer one and break it into small pieces.',
  },
  noodles: {
    name: 'Dried noodles',
    care: 'Check the date and clip the opened bag shut. Ask whether everything in the kitchen works well.',
  },
  'brick-tea': {
    name: 'Brick tea',
    care: 'The brick is hard. Break it into small pieces for the tin yourself, so that they need no knife.',
  },
  fruit: {
    name: 'Fruit',
    care: 'Choose soft fruit, and ask first what they may not eat. Wash some for the table and pick out bruised ones together.',
  },

  plaster: {
    name: 'Medicated plasters',
    care: 'Read the leaflet together: where it goes and for how long. Ask whether the skin itches or turns red, and take the plaster off if it hurts. Health questions are for the doctor; please give no advice.',
  },
  'pill-box': {
    name: 'Pill box',
    care: 'Stay with them while they fill it once by the doctor’s note, and show which part is for morning, noon and evening. If they are not sure, ask the community doctor.',
  },
  thermometer: {
    name: 'Thermometer',
    care: 'Choose an electronic one, never one with mercury. Take one reading together, and show how to switch it on and read it.',
  },
  'blood-pressure-monitor': {
    name: 'Blood pressure monitor',
    care: 'Sit still for five minutes, take one reading together, and leave the steps written next to it. Only the doctor can say what the figures mean.',
  },
  'care-pads': {
    name: 'Care pads',
    care: 'Carry them in a bag that shows nothing and hand them over quietly. Ask only whether the size is right.',
  },
  'reading-glasses': {
    name: 'Reading glasses',
    care: 'Ask for the strength first. Read a few lines together, and exchange them if they cause dizziness. Remind them to take the glasses off when walking.',
  },
  magnifier: {
    name: 'Magnifying glass',
    care: 'Choose one with a light, and practise the switch. Remind them never to leave it on a sunny sill, where it can start a fire.',
  },
  'nail-clippers': {
    name: 'Nail clippers',
    care: 'Choose large handles, with a lens if possible. Try one nail together, and soften thick nails in warm water first.',
  },

  cane: {
    name: 'Walking stick',
    care: 'Set the height so that the handle meets the wrist. Walk a few steps indoors together and check that the rubber foot grips.',
  },
  'walking-frame': {
    name: 'Walking frame',
    care: 'Set the height so that all four feet are steady. Walk one slow round together: first the frame, then the step.',
  },
  wheelchair: {
    name: 'Wheelchair',
    care: 'Show the brakes, the footrests and how it folds, to the family as well. Always brake before sitting down or standing up. Try the slope at the door together.',
  },
  'bed-rail': {
    name: 'Bed rail',
    care: 'Shake it hard before anyone leans on it, then try standing up together. No gap may catch a hand or a head.',
  },
  'non-slip-mat': {
    name: 'Non-slip mat',
    care: 'Dry the floor before you lay it, and tread on it to be sure. Show how to lift it to dry.',
  },
  'bath-stool': {
    name: 'Bath stool',
    care: 'Level all four feet, and let them sit down and stand up once in dry clothes. Put a non-slip mat under it if you can.',
  },
}
