import type { peopleListZh } from '#text/zh/people/people-list-text.ts'

export const peopleListEn: typeof peopleListZh = {
  title: 'People',
  state: { active: 'Active', inactive: 'Waiting to be activated', left: 'Left' },
  search: 'Find a person',
  searchHint: 'Name, pinyin, number or unit',
  searchButton: 'Search',
  clear: 'Back to the list',
  found: (count) => `${count} found.`,
  narrow: 'Only the first are listed. Please type more.',
  filter: (chosen) => `Filter: ${chosen}`,
  everyone: 'everyone here now',
  role: 'Role',
  stateLabel: 'State',
  here: 'Here now',
  area: 'Grid or area',
  all: 'All',
  filterButton: 'Filter',
  empty: 'No one here yet',
  emptyHelp: 'Add people one by one, or import a roll.',
  emptySearch: 'No one found',
  emptySearchHelp: 'Try one part of the name, its initials, or the last four digits of the number.',
}
