/** How the pages are shown: as usual, or larger and simpler for elderly eyes and hands. */
const pageViews = ['normal', 'elder'] as const
export type PageView = (typeof pageViews)[number]

export const isPageView = (value: string | undefined): value is PageView => pageViews.some((known) => known === value)
