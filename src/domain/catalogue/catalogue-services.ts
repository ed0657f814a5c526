import type { CatalogueRow } from './catalogue-codes.ts'

/** Repairs and other work in the home. `usualFen` is the price of the parts alone: the work is a gift. */
export const repairs = {
  'change-lamp': { icon: 'bulb', usualFen: 30_00, measure: 'time', strengths: ['plumbing-electric', 'appliance'] },
  'fix-tap': { icon: 'tap', usualFen: 45_00, measure: 'time', strengths: ['plumbing-electric'] },
  'clear-drain': { icon: 'drain', usualFen: 0, measure: 'time', strengths: ['plumbing-electric'] },
  'fix-socket': { icon: 'socket', usualFen: 30_00, measure: 'time', strengths: ['plumbing-electric'] },
  'fix-door-lock': { icon: 'lock', usualFen: 60_00, measure: 'time', strengths: ['plumbing-electric'] },
  'seal-window': { icon: 'window', usualFen: 30_00, measure: 'time', strengths: ['plumbing-electric'] },
  'mend-screen': { icon: 'screen', usualFen: 50_00, measure: 'time', strengths: ['plumbing-electric'] },
  'fix-appliance': { icon: 'television', usualFen: 50_00, measure: 'time', strengths: ['appliance'] },
  'fix-furniture': { icon: 'tool', usualFen: 20_00, measure: 'time', strengths: ['appliance'] },
  'fit-rail': { icon: 'rail', usualFen: 90_00, measure: 'time', strengths: ['plumbing-electric', 'care'] },
  'clean-hood': { icon: 'hood', usualFen: 0, measure: 'time', strengths: ['cleaning', 'appliance'] },
  'clean-windows': { icon: 'broom', usualFen: 0, measure: 'time', strengths: ['cleaning'] },
} as const satisfies Record<string, CatalogueRow>

/** Errands. Whatever the errand, no money changes hands and no card is borrowed. */
export const errands = {
  haircut: { icon: 'scissors', usualFen: 0, measure: 'time', strengths: ['haircut'] },
  'fetch-medicine': { icon: 'medicine', usualFen: 0, measure: 'time', strengths: ['care', 'driving'] },
  'fetch-groceries': { icon: 'basket', usualFen: 50_00, measure: 'time', strengths: ['driving', 'cooking'] },
  'pay-utilities': { icon: 'receipt', usualFen: 0, measure: 'time', strengths: ['computer-phone'] },
  'accompany-clinic': { icon: 'clinic', usualFen: 0, measure: 'time', strengths: ['care', 'driving'] },
  'book-appointment': { icon: 'calendar', usualFen: 0, measure: 'time', strengths: ['computer-phone', 'care'] },
  'pension-check': { icon: 'id-card', usualFen: 0, measure: 'time', strengths: ['computer-phone'] },
  'fill-form': { icon: 'form', usualFen: 0, measure: 'time', strengths: ['teaching', 'legal'] },
  'print-copy': { icon: 'print', usualFen: 5_00, measure: 'time', strengths: ['computer-phone'] },
  'fetch-parcel': { icon: 'parcel', usualFen: 0, measure: 'time', strengths: ['driving'] },
  'move-things': { icon: 'box', usualFen: 0, measure: 'time', strengths: ['driving'] },
  'take-out-rubbish': { icon: 'bin', usualFen: 0, measure: 'time', strengths: ['cleaning'] },
  'air-quilt': { icon: 'sun', usualFen: 0, measure: 'time', strengths: ['cleaning'] },
  'mend-clothes': { icon: 'spool', usualFen: 10_00, measure: 'time', strengths: [] },
  'legal-question': { icon: 'scales', usualFen: 0, measure: 'time', strengths: ['legal'] },
} as const satisfies Record<string, CatalogueRow>

/** Time spent together. */
export const companies = {
  chat: { icon: 'chat', usualFen: 0, measure: 'hour', strengths: ['counsel'] },
  'teach-phone': { icon: 'video-phone', usualFen: 0, measure: 'time', strengths: ['computer-phone', 'teaching'] },
  'teach-health-code': { icon: 'qr', usualFen: 0, measure: 'time', strengths: ['computer-phone', 'teaching'] },
  'read-news': { icon: 'newspaper', usualFen: 0, measure: 'hour', strengths: ['teaching', 'counsel'] },
  'play-chess': { icon: 'chess', usualFen: 0, measure: 'hour', strengths: [] },
  'go-for-walk': { icon: 'walk', usualFen: 0, measure: 'hour', strengths: ['care', 'counsel'] },
  'cook-together': { icon: 'pot', usualFen: 50_00, measure: 'time', strengths: ['cooking'] },
  'sing-together': { icon: 'music', usualFen: 0, measure: 'hour', strengths: ['teaching'] },
  birthday: { icon: 'cake', usualFen: 80_00, measure: 'time', strengths: ['counsel'] },
  'take-photo': { icon: 'camera', usualFen: 0, measure: 'time', strengths: ['computer-phone'] },
} as const satisfies Record<string, CatalogueRow>
