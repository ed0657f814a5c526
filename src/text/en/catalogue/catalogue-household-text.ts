import type { householdZh } from '#text/zh/catalogue/catalogue-household-text.ts'

export const householdEn: typeof householdZh = {
  kettle: {
    name: 'Electric kettle',
    care: 'Plug it in and boil water once together, not above the line. Remind them of the steam at the spout, and to switch off before pouring.',
  },
  'rice-cooker': {
    name: 'Rice cooker',
    care: 'Choose one with few buttons and large print, and cook rice once together. Dry the inner bowl before it goes in, and unplug it afterwards.',
  },
  'frying-pan': {
    name: 'Frying pan',
    care: 'Choose a light one with two handles. Wash it first, and check that the stove is off when you leave.',
  },
  'thermos-flask': {
    name: 'Thermos flask',
    care: 'Fill it once with hot water and see whether the stopper leaks. Do not fill it to the top, and put it where no one can knock it over.',
  },
  'thermos-cup': {
    name: 'Insulated cup',
    care: 'Choose a lid that opens easily, and open it together a few times. Remind them to let hot drinks cool before drinking.',
  },

  quilt: {
    name: 'Quilt',
    care: 'Ask whether they like a thick or a light one. Make the bed together, and let no corner hang to the floor where they could trip at night.',
  },
  'bedding-set': {
    name: 'Bed linen',
    care: 'Ask for the size of the bed and the quilt first. Make the bed together, and ask whether you may take the old set to be washed.',
  },
  'electric-blanket': {
    name: 'Electric blanket',
    care: 'Lay it flat, without folds, and switch it on and off together. It warms the bed and is switched off at bedtime. Put nothing heavy on it, and no hot-water bag with it.',
  },
  'hot-water-bag': {
    name: 'Hot-water bag',
    care: 'Fill it once together: hot water that does not boil, and only two thirds. Turn it over to see whether it leaks. Put the cover on; it must not lie against the skin.',
  },
  heater: {
    name: 'Heater',
    care: 'Keep it one metre from the bed and the curtains, and dry no clothes on it. Switch it on and off together. It must be off when they go out or sleep.',
  },
  'cotton-shoes': {
    name: 'Winter shoes',
    care: 'Ask for the size first. Choose shoes with a closed heel and a sole that grips. Walk a few steps: they must neither pinch nor slip.',
  },
  scarf: {
    name: 'Scarf',
    care: 'Put it on together: it must not hang down to the knees. Remind them to tuck it in before going out, so that no door or wheel catches it.',
  },
  'thermal-underwear': {
    name: 'Thermal underwear',
    care: 'Ask for height and size first, and choose what is easy to put on. Remind them to wash it once before wearing, and exchange it if it does not fit.',
  },

  radio: {
    name: 'Radio',
    care: 'Tune two or three favourite stations and mark them on the dial. Show how to change the battery or charge it.',
  },
  'elder-phone': {
    name: 'Large-button phone',
    care: 'Save the numbers of the family and the community on speed dial, and make one call together. Remind them to hang up on strangers who ask for money.',
  },
  clock: {
    name: 'Large-figure clock',
    care: 'Set it to Beijing time and hang it where they can see it from the bed. Put in the battery, and ask whether the chime disturbs them.',
  },
  'desk-lamp': {
    name: 'Table lamp',
    care: 'Switch it on and off together, and set a light that does not dazzle. Lay the cord along the wall, so that no one trips.',
  },
  'night-light': {
    name: 'Night light',
    care: 'Put it between the bed and the bathroom. Switch off the lights and walk there once together to see whether it is bright enough.',
  },
  torch: {
    name: 'Torch',
    care: 'Put in the batteries, try the switch, and leave it within reach of the bed. Remind them not to shine it into the eyes.',
  },
  'power-strip': {
    name: 'Power strip',
    care: 'Choose one with a switch and the 3C mark. Remind them never to plug the heater and the kettle into the same strip, and take the old one out of use.',
  },
  'smoke-alarm': {
    name: 'Smoke alarm',
    care: 'Press the test button once it is up, so that they know the sound. If it rings: turn off the stove, open the window, leave the flat, then call.',
  },
  fan: {
    name: 'Electric fan',
    care: 'Put it somewhere firm, then try the speeds and the timer together. Remind them not to let it blow at a person for long, and to keep fingers out of the guard.',
  },

  towel: {
    name: 'Towel',
    care: 'Choose a soft one that takes up water well; it is better when washed once. Check that the hook is within reach, and hang it up.',
  },
  'foot-basin': {
    name: 'Foot bath',
    care: 'Test the water together by hand: about 40 degrees is right. Steady them as they stand up, and dry the floor.',
  },
  'laundry-liquid': {
    name: 'Laundry liquid',
    care: 'Choose a small bottle that is easy to lift. Mark on the cap how much to use, and put it away from drinks.',
  },
  tissue: {
    name: 'Toilet paper',
    care: 'Open the pack together. Put some within reach in the bathroom and the rest in a low cupboard.',
  },
  umbrella: {
    name: 'Umbrella',
    care: 'Choose a light one that opens at a press. Open and close it a few times together, and mind the fingers. On icy days it is better to stay at home.',
  },
  'sewing-kit': {
    name: 'Sewing kit',
    care: 'Bring a needle threader and thread several needles first. Count the needles, and put them back into the box.',
  },
  'chess-set': {
    name: 'Chinese chess set',
    care: 'Choose large pieces with clear marks. Stay for a game if you have time, with the board in good light.',
  },
}
