import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every word a person reads. The Chinese text defines the shape, which the others must have too. */
export type Text = typeof zh

/** The languages of the pages; `html` is the value of the attribute `lang`. */
const languages = {
  zh: { text: zh, html: 'zh-CN' },
  en: { text: en, html: 'en' },
} as const satisfies Record<string, { readonly text: Text; readonly html: string }>

export type Lang = keyof typeof languages
export const langs = Object.keys(languages) as readonly Lang[]
export const isLang = (value: string | undefined): value is Lang =>
  value !== undefined && Object.hasOwn(languages, value)
export const textOf = (lang: Lang): Text => languages[lang].text
export const htmlLang = (lang: Lang): string => languages[lang].html
