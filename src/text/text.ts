import { en } from './en.ts'
import { zh } from './zh.ts'

export type Lang = 'zh' | 'en'
/** Every word a person reads. The Chinese text defines the shape, which the English one must have too. */
export type Text = typeof zh

export const textOf = (lang: Lang): Text => (lang === 'en' ? en : zh)
export const isLang = (value: string | undefined): value is Lang => value === 'zh' || value === 'en'
export const htmlLang = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Lang, string>
