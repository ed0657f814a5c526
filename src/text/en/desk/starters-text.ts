import type { Starter, StarterKey } from '#domain/knowledge.ts'

export const startersEn: Record<StarterKey, Starter> = {
  'old-age': {
    title: 'How to apply for the old-age allowance',
    keywords: 'subsidy elderly eighty',
    answer:
      'If you have reached the age, you or a relative can apply at the community service desk. If walking is difficult, call and a grid worker can come to you.\nAge, amount and dates follow this year’s notice of the street.',
    documents: 'Identity card\nHousehold register\nBank card of the person',
  },
  certificate: {
    title: 'The yearly proof for a pension',
    keywords: 'pension verification face recognition',
    answer:
      'You can do it on a phone, or with help at the service desk. If you are confined to bed, a grid worker can come to you.\nThe deadline follows this year’s notice of social security. The community takes no money for it and never asks for your bank card’s PIN.',
    documents: 'Identity card',
  },
  medicine: {
    title: 'How medicine costs are reimbursed',
    keywords: 'clinic chronic hospital insurance',
    answer:
      'Ask the hospital first whether it settles directly; if not, keep the receipts and go to the medical insurance window. If you take medicine long-term, ask the health station how to register.\nWhat is covered follows this year’s rules of medical insurance.',
    documents: 'Identity or insurance card\nReceipt and list of costs\nMedical record',
  },
  doctor: {
    title: 'A family doctor at home',
    keywords: 'blood pressure dressing visit',
    answer:
      'Call the health station, give the address and how the person is, and agree a time. In an emergency call 120.',
    documents: 'Identity or insurance card',
  },
  heating: {
    title: 'The radiators stay cold',
    keywords: 'heating leak cold',
    answer:
      'First see whether the valve is open and whether the radiator needs bleeding. If it stays cold, call the heating company and give your building and unit.\nIf it leaks, close the valve first. If there is no answer after three days, tell the grid worker and the community will follow up.',
    documents: 'Heating card or customer number',
  },
  gas: {
    title: 'A smell of gas',
    keywords: 'leak stove safety check',
    answer:
      'Close the main valve and open the windows. Switch no light, light no flame and use no phone indoors. Go downstairs, then call the gas company’s emergency line.\nIf there is no smell, but the stove does not light or the regular check is due, call the same number for an appointment.',
    documents: 'Gas card or customer number',
  },
  power: {
    title: 'No power or no water',
    keywords: 'electricity fuse pipe bill',
    answer:
      'Ask the neighbours, and see whether a bill is due or a fuse has gone. If the whole building is out, wait for the notice or call the supplier.\nIf it is only your flat, call the supplier, or post a wish so a volunteer with the right skills can take a look.',
    documents: 'Customer number or payment card',
  },
  lock: {
    title: 'Lost keys, or a door that does not open',
    keywords: 'locksmith lock key',
    answer:
      'If an old person is locked in and in danger, call 110 or 119. Otherwise call the community for the number of a registered locksmith.\nIf the lock works badly or you want a new one, you can post a wish.',
    documents: 'Identity card, or something that shows it is your home',
  },
  hearing: {
    title: 'Hearing aids, canes and wheelchairs',
    keywords: 'disability walker bed',
    answer:
      'If you have a disability card, register with the community’s disability association; the federation assesses what suits you. If you have none, you can borrow wheelchairs and sticks from the community.\nThe kinds and the subsidies follow this year’s notice of the federation.',
    documents: 'Identity card\nDisability card, if there is one',
  },
  card: {
    title: 'The senior card and free buses',
    keywords: 'bus card benefits',
    answer: 'Bring your papers to the community’s service window. Age and benefits follow this year’s local rules.',
    documents: 'Identity card\nA recent small photograph',
  },
  hardship: {
    title: 'Help in a time of need',
    keywords: 'relief allowance aid',
    answer:
      'Tell the civil affairs window of the community, or ask a grid worker to come. The window tells you once which documents you need.\nThe conditions follow this year’s rules of the civil affairs office. What you say is kept in confidence.',
    documents: 'Identity card\nHousehold register',
  },
  meals: {
    title: 'The canteen and meals at home',
    keywords: 'food lunch cooking',
    answer:
      'Call to register. Say your address, what you like to eat and when you take medicine. You can eat at the canteen or have meals brought home.',
    documents: 'Identity card',
  },
}
