/** The guides of the program, one for each role and one about trying it out. */
export const guideNames = ['grid-worker', 'volunteer', 'secretary', 'supervisor', 'administrator', 'rehearsal'] as const
export type GuideName = (typeof guideNames)[number]

/** Guides with a picture of the real page; public/guides/ has them, made by `npm run pictures`. */
export const picturedGuides = ['grid-worker', 'volunteer', 'secretary', 'supervisor', 'administrator'] as const
export type PicturedGuide = (typeof picturedGuides)[number]

export const isPictured = (name: GuideName): name is PicturedGuide => picturedGuides.some((one) => one === name)
