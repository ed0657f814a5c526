import type { servicesZh } from '#text/zh/catalogue/catalogue-services-text.ts'

export const servicesEn: typeof servicesZh = {
  'change-lamp': {
    name: 'Change a lamp',
    care: 'Switch off the mains before you climb the ladder, and go in twos: one steadies the ladder. Let them try the switch twice, and take the old tube away.',
  },
  'fix-tap': {
    name: 'Fix a tap',
    care: 'Close the valve at the meter first, ask where it leaks, and bring a new tap and sealing tape. Run the water for two minutes afterwards and dry the floor.',
  },
  'clear-drain': {
    name: 'Clear a drain',
    care: 'Bring a plunger and a drain snake. Avoid chemicals, and open the window. Pour a bucket of water down at the end to show that it runs.',
  },
  'fix-socket': {
    name: 'Fix a socket or switch',
    care: 'Do this only if you are an electrician: switch off the mains and test first. Try the socket with a lamp. If you are not sure, call the building’s electrician.',
  },
  'fix-door-lock': {
    name: 'Fix a door lock',
    care: 'Let them open and close it several times. Hand over every new key on the spot and keep none.',
  },
  'seal-window': {
    name: 'Seal a draughty window',
    care: 'Clean the frame and measure before you cut. A room with a gas stove or a coal stove needs its air vent. Open and close the window at the end.',
  },
  'mend-screen': {
    name: 'Replace a window screen',
    care: 'Measure first. Fit it from indoors and never lean out. Push it at the end to be sure that it is firm.',
  },
  'fix-appliance': {
    name: 'Repair an appliance',
    care: 'Unplug it first, and ask what is wrong and how old it is. If you cannot mend it, say so, and do not leave it in pieces.',
  },
  'fix-furniture': {
    name: 'Mend furniture',
    care: 'Bring a screwdriver and wood glue. Sit on it and rock it yourself before they use it.',
  },
  'fit-rail': {
    name: 'Fit a grab rail',
    care: 'Let them show you the right height first. Find pipes and wires before you drill, and pull at the rail with all your weight afterwards.',
  },
  'clean-hood': {
    name: 'Clean the cooker hood',
    care: 'Unplug it first, wear gloves and put newspaper on the floor. Keep the cleaner away from food, and listen to the fan when you have finished.',
  },
  'clean-windows': {
    name: 'Clean windows',
    care: 'Clean only what you can reach from inside, and never lean out. Put everything back, and ask before you throw anything away.',
  },

  haircut: {
    name: 'Haircut',
    care: 'Ask how short they want it, and do not tie the cape tightly. Disinfect the tools, help them to sit down and stand up, and sweep up afterwards.',
  },
  'fetch-medicine': {
    name: 'Fetch medicine',
    care: 'Fetch only what the clinic or pharmacy has already issued and settled. Do not ask for prescriptions, and take no insurance card and no cash. Check the name, the medicine and its date together.',
  },
  'fetch-groceries': {
    name: 'Fetch groceries',
    care: 'Write the list as they say it, and check it together at home. The claimant pays for the food and takes no money.',
  },
  'pay-utilities': {
    name: 'Help with utility bills',
    care: 'Sit next to them while they or their family pay by phone, or go to the counter together. Never touch their money, card or password.',
  },
  'accompany-clinic': {
    name: 'Company to the clinic',
    care: 'Bring papers, water and a coat, and walk slowly. Write down what the doctor says, decide nothing for them, and see them home.',
  },
  'book-appointment': {
    name: 'Book an appointment',
    care: 'Choose the clinic, the department and the day together, with their own account or the family’s. Write time and place in large letters and put them on the wall.',
  },
  'pension-check': {
    name: 'Pension confirmation',
    care: 'Use their own phone and the official app, in good light and without hurry. Show them that it was accepted, and keep no screenshot.',
  },
  'fill-form': {
    name: 'Letters and forms',
    care: 'They speak and you write. Read it aloud before they sign. Do not talk about what you have learned.',
  },
  'print-copy': {
    name: 'Print or copy',
    care: 'Count the copies together and give back every original. Delete the pictures from your phone on the spot.',
  },
  'fetch-parcel': {
    name: 'Fetch a parcel',
    care: 'Check the pick-up code and the name, and take a trolley for heavy parcels. Help to open it at home. Never pay for a parcel.',
  },
  'move-things': {
    name: 'Move things',
    care: 'Look at the way and the new place first; heavy pieces need two people. Ask them to stand clear, and ask afterwards whether it suits them.',
  },
  'take-out-rubbish': {
    name: 'Take out rubbish',
    care: 'Let them look through it first, and leave what they are not sure about. See on your way out whether the light on the stairs works.',
  },
  'air-quilt': {
    name: 'Air the quilts',
    care: 'Hang the quilts out on a sunny morning and bring them in after noon. Tie the line well, and shake the quilts before you make the bed.',
  },
  'mend-clothes': {
    name: 'Mend clothes',
    care: 'Measure first, and show them the line in chalk. Try it on at the end, and count the needles when you put them away.',
  },
  'legal-question': {
    name: 'Legal question',
    care: 'Let them finish, and use plain words. For a lawsuit or a will, go with them to the legal aid centre. Decide nothing for them.',
  },

  chat: {
    name: 'A chat',
    care: 'Sit down, take your time, and listen more than you advise. Talk about the old days and favourite dishes, and agree on the next day before you leave.',
  },
  'teach-phone': {
    name: 'Learn the phone',
    care: 'Let them press the keys themselves. Teach one or two steps a visit and write them in large letters. Make one video call before you leave. They type their own passwords.',
  },
  'teach-health-code': {
    name: 'Learn the insurance code',
    care: 'Put the insurance code on the first screen and open it twice together. Remind them never to send it to strangers.',
  },
  'read-news': {
    name: 'Read aloud',
    care: 'Sit on the side where they hear better. Read slowly and clearly, and ask what they think.',
  },
  'play-chess': {
    name: 'A game of chess',
    care: 'Put the board in good light. Do not hurry them, and do not let them win too clearly. Stand up together after a while and have some water.',
  },
  'go-for-walk': {
    name: 'A walk',
    care: 'Ask how they feel today, and see that their shoes grip. Walk on the outer side, half a step slower, and rest when they are tired. Walk indoors when there is ice.',
  },
  'cook-together': {
    name: 'Cook together',
    care: 'Ask first what they like and what they do not eat, and buy fresh food. Do the heavy and hot work yourself. Check before you leave that the stove and the gas are off.',
  },
  'sing-together': {
    name: 'Sing together',
    care: 'Ask for a favourite song and start it low. Neighbours are welcome, but not during the midday rest.',
  },
  birthday: {
    name: 'A birthday',
    care: 'Ask whether they like company and may eat sweet food. Choose a small soft cake, and light the candles away from curtains and bedding.',
  },
  'take-photo': {
    name: 'Take a photo',
    care: 'Take one only if they say yes, and give them time to comb their hair. It stays on their phone, or you bring a print. Keep none, and post none.',
  },
}
