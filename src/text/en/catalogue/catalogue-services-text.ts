import type { servicesZh } from '#text/zh/catalogue/catalogue-services-text.ts'

export const servicesEn: typeof servicesZh = {
  'change-lamp': {
    name: 'Change a lamp',
    care: 'Mains off before the ladder goes up, and go in twos: one holds it. Let them try the switch twice; take the old tube away.',
  },
  'fix-tap': {
    name: 'Fix a tap',
    care: 'Close the valve first and bring a new tap and sealing tape. Run the water for two minutes and dry the floor.',
  },
  'clear-drain': {
    name: 'Clear a drain',
    care: 'Plunger and snake before chemicals, with the window open. Pour a bucket down at the end to show that it runs.',
  },
  'fix-socket': {
    name: 'Fix a socket or switch',
    care: 'Only for someone who knows wiring: mains off, then test. Try it with a lamp; if in doubt call the building electrician.',
  },
  'fix-door-lock': {
    name: 'Fix a door lock',
    care: 'Let them open and close it several times. Every new key is handed over on the spot; keep none.',
  },
  'seal-window': {
    name: 'Seal a draughty window',
    care: 'Clean the frame, measure, then cut. A room with a gas stove keeps its air vent; open and close the window at the end.',
  },
  'mend-screen': {
    name: 'Replace a window screen',
    care: 'Measure first. Fit it from indoors and never lean out; push it to be sure that it holds.',
  },
  'fix-appliance': {
    name: 'Repair an appliance',
    care: 'Unplug it, ask what is wrong and how old it is. If it cannot be mended, say so; do not leave it in pieces.',
  },
  'fix-furniture': {
    name: 'Mend furniture',
    care: 'Bring screwdriver and wood glue. Sit on it and rock it yourself before they do.',
  },
  'fit-rail': {
    name: 'Fit a grab rail',
    care: 'Let them show the right height. Find pipes and wires before drilling, then pull on it with all your weight.',
  },
  'clean-hood': {
    name: 'Clean the cooker hood',
    care: 'Unplug it, wear gloves, newspaper on the floor. Keep cleaner away from food, and listen to it run at the end.',
  },
  'clean-windows': {
    name: 'Clean windows',
    care: 'Only what can be reached from inside; never lean out. Put everything back, and ask before throwing anything away.',
  },

  haircut: {
    name: 'Haircut',
    care: 'Ask how short, keep the cape loose at the neck. Clean tools, an arm for sitting and rising, and sweep up afterwards.',
  },
  'fetch-medicine': {
    name: 'Fetch medicine',
    care: 'Only what the clinic or pharmacy has already issued and settled: no prescriptions, no insurance card, no cash. Check name, label and date together.',
  },
  'fetch-groceries': {
    name: 'Fetch groceries',
    care: 'Write the list as they say it and check it together at home. The claimant gives the food; no money is taken.',
  },
  'pay-utilities': {
    name: 'Help with utility bills',
    care: 'Sit beside them while they or their family pay by phone, or go to the counter together. Never touch money, card or password.',
  },
  'accompany-clinic': {
    name: 'Company to the clinic',
    care: "Papers, water, a coat, and a slow pace. Write down the doctor's words, decide nothing for them, and see them home.",
  },
  'book-appointment': {
    name: 'Book an appointment',
    care: "Choose clinic and day together, on their own or the family's account. Leave time and place on the wall in large writing.",
  },
  'pension-check': {
    name: 'Pension confirmation',
    care: 'On their own phone, in the official app, in good light and without hurry. Show them the result; keep no screenshot.',
  },
  'fill-form': {
    name: 'Letters and forms',
    care: 'They speak, you write, then read it aloud before they sign. What you learn stays with you.',
  },
  'print-copy': {
    name: 'Print or copy',
    care: 'Count the copies together and return every original. Delete pictures from your phone on the spot.',
  },
  'fetch-parcel': {
    name: 'Fetch a parcel',
    care: 'Check code and name, and use a trolley for heavy ones. Help to open it; never pay on delivery.',
  },
  'move-things': {
    name: 'Move things',
    care: 'Look at the way and the new place first; two people for heavy ones. Ask them to stand clear, then whether it suits.',
  },
  'take-out-rubbish': {
    name: 'Take out rubbish',
    care: 'Let them look through it first and keep whatever is doubtful. Check the stairway light on the way out.',
  },
  'air-quilt': {
    name: 'Air the quilts',
    care: 'Hang them out on a sunny morning, bring them in after noon. Tie the line well and shake the quilts loose.',
  },
  'mend-clothes': {
    name: 'Mend clothes',
    care: 'Measure and chalk the line for them to see. Try it on at the end, and take every needle with you.',
  },
  'legal-question': {
    name: 'Legal question',
    care: 'Hear them out, then use plain words. For a lawsuit or a will go with them to the legal aid centre; decide nothing for them.',
  },

  chat: {
    name: 'A chat',
    care: 'Sit down, take your time, listen more than you advise. Old days and favourite dishes; before leaving, name the next day.',
  },
  'teach-phone': {
    name: 'Learn the phone',
    care: 'Let their finger do it, one or two things a visit, steps in large writing. End with one video call; passwords are theirs to type.',
  },
  'teach-health-code': {
    name: 'Learn the insurance code',
    care: 'Put the code on the first screen and open it twice together. It is never sent to strangers.',
  },
  'read-news': {
    name: 'Read aloud',
    care: 'Sit on the side that hears better, read slowly and clearly, and ask what they think.',
  },
  'play-chess': {
    name: 'A game of chess',
    care: 'Board in good light, no hurry, no obvious favours. Stand up, stretch and have some water between games.',
  },
  'go-for-walk': {
    name: 'A walk',
    care: 'Ask how they feel today; shoes that grip. Walk on the outer side, half a step slower. On ice, walk indoors.',
  },
  'cook-together': {
    name: 'Cook together',
    care: 'Ask first what they like and what they do not eat. The heavy and hot parts are yours; check stove and gas on leaving.',
  },
  'sing-together': {
    name: 'Sing together',
    care: 'Ask for a favourite and start it low. Neighbours are welcome; not in the midday rest.',
  },
  birthday: {
    name: 'A birthday',
    care: 'Ask whether they like company and may eat sweet things. A small soft cake, candles away from curtains and bedding.',
  },
  'take-photo': {
    name: 'Take a photo',
    care: 'Only with their yes; comb and collar first. It stays on their phone or comes back printed. Keep none, post none.',
  },
}
