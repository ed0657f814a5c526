import type { householdZh } from '#text/zh/catalogue/catalogue-household-text.ts'

export const householdEn: typeof householdZh = {
  kettle: {
    name: 'Electric kettle',
    care: 'Plug it in and boil once together, not above the line. Mind the steam at the spout, and switch off before pouring.',
  },
  'rice-cooker': {
    name: 'Rice cooker',
    care: 'Few buttons, large print. Cook one pot together; dry the inner bowl before it goes in, and unplug it afterwards.',
  },
  'frying-pan': {
    name: 'Frying pan',
    care: 'A light one with two handles. Wash it first, and check that the stove is properly off.',
  },
  'thermos-flask': {
    name: 'Thermos flask',
    care: 'Fill it once with hot water to see that the stopper holds. Not too full, and where nobody can knock it over.',
  },
  'thermos-cup': {
    name: 'Insulated cup',
    care: 'Choose an easy lid and open it together a few times. Hot drinks should stand open for a while first.',
  },

  quilt: {
    name: 'Quilt',
    care: 'Ask whether light or heavy is liked. Make the bed together, with no corner on the floor to trip over at night.',
  },
  'bedding-set': {
    name: 'Bed linen',
    care: 'Ask for the size of bed and quilt first. Make the bed, and ask whether the old set may be washed.',
  },
  'electric-blanket': {
    name: 'Electric blanket',
    care: 'Lay it flat, never folded, and switch it on and off together. Warm the bed, then turn it off; no weight on it, no hot-water bag with it.',
  },
  'hot-water-bag': {
    name: 'Hot-water bag',
    care: 'Fill it together: hot, not boiling, and only two thirds. Turn it over to test, use the cover, and never against bare skin.',
  },
  heater: {
    name: 'Heater',
    care: 'One metre from bed and curtains, nothing drying on top. Switch it on and off together; off when leaving or sleeping.',
  },
  'cotton-shoes': {
    name: 'Winter shoes',
    care: 'Ask the size; closed heels and a sole that grips. Walk a few steps: no pinching, no slipping.',
  },
  scarf: {
    name: 'Scarf',
    care: 'Try it on together; it should not hang to the knees. Tuck it in before going out, away from doors and wheels.',
  },
  'thermal-underwear': {
    name: 'Thermal underwear',
    care: 'Ask height and size, and choose what is easy to put on. Wash it once before wearing; exchange it if it does not fit.',
  },

  radio: {
    name: 'Radio',
    care: 'Tune two or three favourite stations and mark the dial. Practise changing the battery or charging.',
  },
  'elder-phone': {
    name: 'Large-button phone',
    care: 'Store family and community on speed dial and make one call together. A stranger who asks for money is hung up on.',
  },
  clock: {
    name: 'Large-figure clock',
    care: 'Set it to Beijing time and hang it in sight of the bed. Fit the battery, and ask whether the chime is welcome.',
  },
  'desk-lamp': {
    name: 'Table lamp',
    care: 'Switch it on and off together and find a light that does not dazzle. Run the cord along the wall.',
  },
  'night-light': {
    name: 'Night light',
    care: 'Fit it on the way from bed to bathroom, then walk that way together in the dark.',
  },
  torch: {
    name: 'Torch',
    care: 'Fit the batteries, try the switch, and leave it within reach of the bed. Not into the eyes.',
  },
  'power-strip': {
    name: 'Power strip',
    care: 'One with a switch and a safety mark. Heater and kettle never on the same strip; take the old one away.',
  },
  'smoke-alarm': {
    name: 'Smoke alarm',
    care: 'Press the test button so that the sound is known. If it rings: stove off, window open, out of the door, then call.',
  },
  fan: {
    name: 'Electric fan',
    care: 'Stand it firmly, then try the speeds and timer together. Not straight at a person for long; fingers out of the guard.',
  },

  towel: {
    name: 'Towel',
    care: 'Soft and absorbent, better washed once. Check that the hook is within reach and hang it up.',
  },
  'foot-basin': {
    name: 'Foot bath',
    care: 'Test the water by hand together, about 40 degrees. Steady them as they stand up, and dry the floor.',
  },
  'laundry-liquid': {
    name: 'Laundry liquid',
    care: 'A small bottle is easier to lift. Mark one dose on the cap and store it away from drinks.',
  },
  tissue: {
    name: 'Toilet paper',
    care: 'Open the pack, put some within reach in the bathroom and the rest in a low cupboard.',
  },
  umbrella: {
    name: 'Umbrella',
    care: 'Light, opening at a press. Open and close it together, minding the fingers. On icy days it is better to stay in.',
  },
  'sewing-kit': {
    name: 'Sewing kit',
    care: 'Bring a needle threader and leave several needles threaded. Count them back into the box.',
  },
  'chess-set': {
    name: 'Chinese chess set',
    care: 'Large pieces, clear marks. Stay for a game if you can, with the board in good light.',
  },
}
