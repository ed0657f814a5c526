/** Usual names of the festivals that have a code, and so words in both languages. */
const codes: Readonly<Record<string, string>> = {
  元旦: 'new-year',
  春节: 'spring-festival',
  除夕: 'spring-festival',
  清明: 'tomb-sweeping',
  清明节: 'tomb-sweeping',
  劳动节: 'labour-day',
  五一: 'labour-day',
  端午: 'dragon-boat',
  端午节: 'dragon-boat',
  中秋: 'mid-autumn',
  中秋节: 'mid-autumn',
  国庆: 'national-day',
  国庆节: 'national-day',
  肉孜节: 'eid-al-fitr',
  开斋节: 'eid-al-fitr',
  古尔邦节: 'corban',
  宰牲节: 'corban',
  "new year's day": 'new-year',
  'new year': 'new-year',
  'spring festival': 'spring-festival',
  'tomb-sweeping day': 'tomb-sweeping',
  'labour day': 'labour-day',
  'dragon boat festival': 'dragon-boat',
  'mid-autumn festival': 'mid-autumn',
  'national day': 'national-day',
  'eid al-fitr': 'eid-al-fitr',
  corban: 'corban',
}

/** The festival's code where the name has one, otherwise the words as typed. */
export function festivalOf(typed: string): string {
  const name = typed.toLowerCase().replaceAll('’', "'")
  return (Object.hasOwn(codes, name) && codes[name]) || typed
}
