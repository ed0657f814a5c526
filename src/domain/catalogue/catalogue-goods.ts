import type { CatalogueRow } from './catalogue-codes.ts'

/**
 * Items that are brought to the door. The key is the stable id in wishes and exports. Never listed: cash, cards,
 * prescription medicine, anything that names a diagnosis or a belief.
 */
export const goods = {
  milk: { icon: 'milk', usualFen: 60_00, measure: 'carton', strengths: ['driving'] },
  eggs: { icon: 'egg', usualFen: 35_00, measure: 'tray', strengths: [] },
  rice: { icon: 'rice', usualFen: 70_00, measure: 'bag', strengths: ['driving'] },
  flour: { icon: 'sack', usualFen: 60_00, measure: 'bag', strengths: ['driving'] },
  'cooking-oil': { icon: 'oil', usualFen: 80_00, measure: 'jug', strengths: ['driving'] },
  naan: { icon: 'bread', usualFen: 4_00, measure: 'piece', strengths: [] },
  noodles: { icon: 'noodles', usualFen: 12_00, measure: 'bag', strengths: ['cooking'] },
  'brick-tea': { icon: 'tea', usualFen: 45_00, measure: 'sheet', strengths: [] },
  fruit: { icon: 'apple', usualFen: 50_00, measure: 'carton', strengths: ['driving'] },

  plaster: { icon: 'plaster', usualFen: 25_00, measure: 'box', strengths: ['care'] },
  'pill-box': { icon: 'pill-box', usualFen: 25_00, measure: 'piece', strengths: ['care'] },
  thermometer: { icon: 'thermometer', usualFen: 30_00, measure: 'stem', strengths: ['care'] },
  'blood-pressure-monitor': { icon: 'gauge', usualFen: 180_00, measure: 'machine', strengths: ['care'] },
  'care-pads': { icon: 'pack', usualFen: 50_00, measure: 'pack', strengths: ['care'] },
  'reading-glasses': { icon: 'glasses', usualFen: 50_00, measure: 'spectacles', strengths: [] },
  magnifier: { icon: 'magnifier', usualFen: 30_00, measure: 'piece', strengths: [] },
  'nail-clippers': { icon: 'clippers', usualFen: 20_00, measure: 'handle', strengths: ['care'] },

  cane: { icon: 'cane', usualFen: 60_00, measure: 'stick', strengths: ['care'] },
  'walking-frame': { icon: 'walking-frame', usualFen: 150_00, measure: 'piece', strengths: ['care'] },
  wheelchair: { icon: 'wheelchair', usualFen: 450_00, measure: 'machine', strengths: ['care', 'driving'] },
  'bed-rail': { icon: 'rail', usualFen: 150_00, measure: 'piece', strengths: ['care', 'appliance'] },
  'non-slip-mat': { icon: 'mat', usualFen: 40_00, measure: 'sheet', strengths: [] },
  'bath-stool': { icon: 'stool', usualFen: 80_00, measure: 'piece', strengths: ['care'] },

  kettle: { icon: 'kettle', usualFen: 80_00, measure: 'piece', strengths: ['appliance'] },
  'rice-cooker': { icon: 'pot', usualFen: 160_00, measure: 'piece', strengths: ['appliance', 'cooking'] },
  'frying-pan': { icon: 'pan', usualFen: 100_00, measure: 'piece', strengths: ['cooking'] },
  'thermos-flask': { icon: 'thermos', usualFen: 55_00, measure: 'piece', strengths: [] },
  'thermos-cup': { icon: 'cup', usualFen: 50_00, measure: 'piece', strengths: [] },

  quilt: { icon: 'quilt', usualFen: 150_00, measure: 'bed', strengths: ['driving'] },
  'bedding-set': { icon: 'bed', usualFen: 120_00, measure: 'set', strengths: [] },
  'electric-blanket': { icon: 'blanket', usualFen: 120_00, measure: 'strip', strengths: ['appliance'] },
  'hot-water-bag': { icon: 'hot-water-bag', usualFen: 35_00, measure: 'piece', strengths: [] },
  heater: { icon: 'heater', usualFen: 180_00, measure: 'machine', strengths: ['appliance'] },
  'cotton-shoes': { icon: 'shoe', usualFen: 80_00, measure: 'pair', strengths: [] },
  scarf: { icon: 'scarf', usualFen: 40_00, measure: 'strip', strengths: [] },
  'thermal-underwear': { icon: 'shirt', usualFen: 120_00, measure: 'set', strengths: [] },

  radio: { icon: 'radio', usualFen: 80_00, measure: 'piece', strengths: ['appliance'] },
  'elder-phone': { icon: 'phone', usualFen: 180_00, measure: 'handset', strengths: ['computer-phone'] },
  clock: { icon: 'clock', usualFen: 60_00, measure: 'piece', strengths: [] },
  'desk-lamp': { icon: 'lamp', usualFen: 80_00, measure: 'piece', strengths: ['appliance'] },
  'night-light': { icon: 'night-light', usualFen: 30_00, measure: 'piece', strengths: [] },
  torch: { icon: 'torch', usualFen: 40_00, measure: 'piece', strengths: [] },
  'power-strip': { icon: 'power-strip', usualFen: 60_00, measure: 'piece', strengths: ['plumbing-electric'] },
  'smoke-alarm': { icon: 'smoke-alarm', usualFen: 80_00, measure: 'piece', strengths: ['plumbing-electric'] },
  fan: { icon: 'fan', usualFen: 150_00, measure: 'machine', strengths: ['appliance'] },

  towel: { icon: 'towel', usualFen: 20_00, measure: 'strip', strengths: [] },
  'foot-basin': { icon: 'basin', usualFen: 80_00, measure: 'piece', strengths: ['care'] },
  'laundry-liquid': { icon: 'bottle', usualFen: 40_00, measure: 'bottle', strengths: [] },
  tissue: { icon: 'roll', usualFen: 30_00, measure: 'pack', strengths: [] },
  umbrella: { icon: 'umbrella', usualFen: 35_00, measure: 'handle', strengths: [] },
  'sewing-kit': { icon: 'spool', usualFen: 20_00, measure: 'set', strengths: [] },
  'chess-set': { icon: 'chess', usualFen: 45_00, measure: 'set', strengths: [] },
} as const satisfies Record<string, CatalogueRow>
