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
      'You can do it on a phone, or with help at the service desk. If you are confined to bed, a grid worker can come to you.\nThe time for it follows this year’s notice of social security. The community takes no money for it and asks for no PIN.',
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
      'First see whether the valve is open and whether the radiator needs bleeding. If it stays cold, call the heating company with building and entrance.\nIf it leaks, close the valve first. If there is no answer after three days, tell the grid worker and the community will follow up.',
    documents: 'Heating card or customer number',
  },
  gas: {
    title: 'A smell of gas',
    keywords: 'leak stove safety check',
    answer:
      'Close the main valve, open the windows, no lights, no flames, no telephone indoors. Go downstairs, then call the gas company’s emergency line.\nWithout a smell, for a stove that does not light or the regular check, the same number makes an appointment.',
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
    title: 'Keys lost, door does not open',
    keywords: 'locksmith lock key',
    answer:
      'If an old person is locked in and in danger, call 110 or 119. Otherwise call the community for the number of a registered locksmith.\nFor a lock that works badly, post a wish.',
    documents: 'Identity card, or something that shows it is your home',
  },
  hearing: {
    title: 'Hearing aids, canes and wheelchairs',
    keywords: 'disability walker bed',
    answer:
      'With a disability card, register with the community’s association; the federation assesses what fits. Without one, wheelchairs and canes can be borrowed from the community.\nKinds and subsidies follow this year’s notice.',
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
      'Tell the civil affairs window of the community, or ask a grid worker to come. The desk will tell you all the documents you need at once.\nConditions follow this year’s rules. What you say is kept in confidence.',
    documents: 'Identity card\nHousehold register',
  },
  meals: {
    title: 'The canteen and meals at home',
    keywords: 'food lunch cooking',
    answer: 'Call to register: address, taste, and when medicine is taken. Eat there, or have it brought home.',
    documents: 'Identity card',
  },
}
