import { counted } from '#text/en/months/counted-text.ts'
import type { placesZh } from '#text/zh/community/places-text.ts'

export const placesEn: typeof placesZh = {
  title: 'Areas',
  lead: 'Prefecture, county, street, community, grid. A closed area stays in past reports and cannot be used any more.',
  kind: { prefecture: 'Prefecture', county: 'County', township: 'Street', community: 'Community', grid: 'Grid' },
  people: (count) => counted(count, 'role'),
  residents: (count) => counted(count, 'resident'),
  unmanned: 'No grid worker',
  closed: 'Closed',
  back: 'Back to the areas',
  toPeople: 'People here',
  name: 'Name',
  rename: 'Change the name',
  save: 'Save',
  add: { county: 'Add a county', township: 'Add a street', community: 'Add a community', grid: 'Add a grid' },
  settings: 'Telephone, office hours and address',
  slug: 'Name in the address',
  slugHint: 'Small letters, digits and hyphens. Old addresses and printed QR codes lead on to the new one.',
  phone: 'Telephone of the community',
  opens: 'Opens',
  closes: 'Closes',
  region: 'Regional holidays',
  regions: { '': 'National holidays only', xinjiang: 'With the holidays of Xinjiang' },
  buildings: 'Buildings of this grid',
  buildingsHelp:
    'The grid of a resident follows from the address when they are added or imported. You are asked about buildings that no grid lists.',
  buildingsList: 'Buildings',
  buildingsHint:
    'One on each line, or with commas: a building, a range of buildings, or a lane. Name the estate if there are several.',
  noBuildings: 'No list of buildings yet',
  buildingsCount: (count) => counted(count, 'building'),
  badBuildings: (wrong) => `These are not clear: ${wrong.join(', ')}. Write up to the building, without unit and door.`,
  tooManyBuildings: (most) => `A grid can list ${most} buildings. Please split it.`,
  takenBuildings: (taken) =>
    `Another grid lists these: ${taken.map(({ building, grid }) => `${building} (${grid})`).join(', ')}. Remove them there first.`,
  fromElsewhere: (count, grid) =>
    `${counted(count, 'resident')} of these buildings ${count === 1 ? 'is' : 'are'} still in ${grid}.`,
  listedElsewhere: (count, grid) =>
    `${counted(count, 'resident')} here ${count === 1 ? 'lives' : 'live'} in a building that ${grid} lists.`,
  up: 'One up in the list',
  down: 'One down in the list',
  close: 'Close',
  closeHelp: 'No residents, wishes or roles can be added afterwards. Past figures stay as they are.',
  closeButton: 'Close this area',
  left: {
    residents: 'There are still residents here. Please move them to another grid first.',
    wishes: 'There are still unfinished wishes. Please finish or move them first.',
    roles: 'People still have roles here. Please hand over first.',
    parts: 'Some of its parts are not closed yet.',
  },
  move: 'Move residents to another grid',
  moveHelp:
    'To split a grid, add a new grid and move some buildings there. To merge grids, move everyone and then close this one.',
  moveList: (residents, open) =>
    `This grid has ${counted(residents, 'resident')}; ${counted(open, 'unclaimed wish', 'unclaimed wishes')} will move as well.`,
  underWay: (count) =>
    `${counted(count, 'wish', 'wishes')} in progress (claimed, delivered or referred). These residents stay for now; move them afterwards.`,
  building: 'Buildings to move',
  buildingHint: 'Choose none to move all of them.',
  noBuilding: 'No building',
  to: 'To which grid',
  moveButton: 'Move them',
  moved: (moved, stayed) =>
    `${counted(moved, 'resident')} moved.${stayed ? ` ${stayed} stayed because a wish is in progress.` : ''}`,
  saved: 'Saved.',
  changed: 'Someone else has just changed this. Please look at it again.',
  taken: 'Another community has or had this address. Please choose another one.',
  twin: 'There is an area of that name here already.',
  badName: 'Please give a name of at most 60 characters.',
  badSlug: 'Only small letters, digits and hyphens, at most 40.',
}
