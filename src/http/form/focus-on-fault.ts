import { openAround } from './fill-form.ts'

/**
 * The page of a form that came back, with the focus on its first faulty field and the folded parts around it open: the browser
 * scrolls to it, and a screen reader reads its question and what is wrong, also without scripts. A part of a page that htmx has
 * asked for is focused by public/swapped.js.
 */
export function focusedOnFault(html: string): string {
  if (/<[^>]+\sautofocus\b/.test(html)) return html
  const fault = /<(?:input|select|textarea|fieldset)\b[^>]*\saria-invalid="true"/.exec(html)
  if (!fault) return html
  const rest = html.slice(fault.index)
  // A group of choices cannot be focused; its first choice can.
  const control = /<(?:input|select|textarea)\b(?![^>]*\stype="hidden")/.exec(rest)
  if (!control) return html
  const end = control.index + control[0].length
  return `${openAround(html, fault.index)}${rest.slice(0, end)} autofocus=""${rest.slice(end)}`
}
