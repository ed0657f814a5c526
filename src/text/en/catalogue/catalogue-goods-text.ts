import type { goodsZh } from '#text/zh/catalogue/catalogue-goods-text.ts'

export const goodsEn: typeof goodsZh = {
  milk: {
    name: 'Milk',
    care: 'Check the date before leaving: nothing within 30 days of expiry. Put the carton within easy reach and point out the date.',
  },
  eggs: {
    name: 'Eggs',
    care: 'Carry them gently, look together for cracked ones, then put them in the fridge or somewhere cool.',
  },
  rice: {
    name: 'Rice',
    care: 'Choose a small bag and check its dates. Pour it into the rice bin and tie the rest up against the damp.',
  },
  flour: {
    name: 'Flour',
    care: 'Check the date, pour it into the flour bin and leave it off the floor in a dry place.',
  },
  'cooking-oil': {
    name: 'Cooking oil',
    care: 'Check the date, loosen the cap and close it again. Store it well away from the flame.',
  },
  naan: {
    name: 'Naan bread',
    care: 'Buy it and bring it on the same day. Ask about teeth: a softer one, broken into small pieces, may be kinder.',
  },
  noodles: {
    name: 'Dried noodles',
    care: 'Check the date and clip the opened bag shut. Ask whether everything in the kitchen still works well.',
  },
  'brick-tea': {
    name: 'Brick tea',
    care: 'The brick is hard: break it into small pieces for the tin yourself, so that no knife is needed later.',
  },
  fruit: {
    name: 'Fruit',
    care: 'Soft fruit is best; ask first what may not be eaten. Wash some for the table and pick out bruised ones together.',
  },

  plaster: {
    name: 'Medicated plasters',
    care: 'Read the leaflet together: where and how long. Ask about itching or redness, and take it off if there is any. Questions of health go to the doctor, we do not advise.',
  },
  'pill-box': {
    name: 'Pill box',
    care: "Let them fill it once by the doctor's note while you watch: morning, noon, evening. Any doubt goes to the community doctor.",
  },
  thermometer: {
    name: 'Thermometer',
    care: 'Bring an electronic one, never mercury. Take one reading together and show the switch and the display.',
  },
  'blood-pressure-monitor': {
    name: 'Blood pressure monitor',
    care: 'Sit still for five minutes, take one reading together, and leave the steps written beside it. What the figures mean is for the doctor.',
  },
  'care-pads': {
    name: 'Care pads',
    care: 'Carry them in a plain bag and hand them over quietly. Ask only whether the size is right.',
  },
  'reading-glasses': {
    name: 'Reading glasses',
    care: 'Ask for the strength first. Read a few lines together; if they cause dizziness, exchange them. Off when walking.',
  },
  magnifier: {
    name: 'Magnifying glass',
    care: 'One with a light is best; practise the switch. Never leave it on a sunny sill, where it can start a fire.',
  },
  'nail-clippers': {
    name: 'Nail clippers',
    care: 'Large handles, with a lens if possible. Try one nail together; soften thick nails in warm water first.',
  },

  cane: {
    name: 'Walking stick',
    care: 'Set the height so that the handle meets the wrist. Walk a few steps indoors and check that the rubber foot grips.',
  },
  'walking-frame': {
    name: 'Walking frame',
    care: 'Set the height with all four feet steady. Walk one slow round together: frame first, then the step.',
  },
  wheelchair: {
    name: 'Wheelchair',
    care: 'Show brakes, footrests and folding to the family too. Brake before every sitting down and standing up; try the ramp outside.',
  },
  'bed-rail': {
    name: 'Bed rail',
    care: 'Shake it hard before anyone leans on it, then try standing up together. No gap may catch a hand or a head.',
  },
  'non-slip-mat': {
    name: 'Non-slip mat',
    care: 'Dry the floor before laying it and tread on it to be sure. Show how to lift it to dry.',
  },
  'bath-stool': {
    name: 'Bath stool',
    care: 'Level all the feet and try sitting and standing in dry clothes. A non-slip mat underneath makes it safer.',
  },
}
