// After htmx has changed a part of the page, text typed in its other forms stays, and the focus moves to the response.
// Without scripts every response is a page of its own.
const keyOf = (control) => JSON.stringify([control.form.getAttribute('action'), control.name, ...choiceOf(control)])
const isTick = ({ type }) => type === 'radio' || type === 'checkbox'
const choiceOf = (control) => (isTick(control) ? [control.value] : [])

const isTyped = (control) => {
  if (isTick(control)) return control.checked !== control.defaultChecked
  if (control.options) return [...control.options].some((option) => option.selected !== option.defaultSelected)
  return control.value !== control.defaultValue
}

/** Fields whose values can be set again: no files, passwords or hidden fields. */
const controlsIn = (form) =>
  [...form.elements].filter(
    ({ name, type }) => name && !['hidden', 'file', 'password', 'submit', 'button'].includes(type),
  )

const swaps = new WeakMap()
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  // A look-up while typing changes a list and no form.
  if (!(ctx.sourceElement instanceof HTMLFormElement)) return
  const target = typeof ctx.target === 'string' ? document.querySelector(ctx.target) : ctx.target
  const typed = new Map()
  for (const form of document.forms)
    if (form !== ctx.sourceElement && form.hasAttribute('action'))
      for (const control of controlsIn(form).filter(isTyped))
        typed.set(keyOf(control), isTick(control) ? control.checked : control.value)
  swaps.set(ctx, { typed, id: target?.id })
})

document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  const swap = swaps.get(ctx)
  if (!swap) return
  for (const form of document.forms)
    if (form !== ctx.sourceElement && form.hasAttribute('action')) restore(form, swap.typed)
  const hasFocus = document.activeElement && document.activeElement !== document.body
  if (!hasFocus) goToAnswer((swap.id && document.getElementById(swap.id)) || document.body)
})

/** Fields that the response itself has filled stay as they are. */
function restore(form, typed) {
  for (const control of controlsIn(form)) {
    const value = typed.get(keyOf(control))
    if (value === undefined || isTyped(control)) continue
    if (isTick(control)) control.checked = value
    else control.value = value
    control.closest('details')?.setAttribute('open', '')
  }
}

/**
 * The field to correct, otherwise the sentence, otherwise the heading: where reading continues, also for screen
 * readers.
 */
function goToAnswer(place) {
  const first = place.querySelector('[aria-invalid="true"]') ?? place.querySelector('[role="alert"], [role="status"]')
  const answer = first ?? place.querySelector('h1, h2') ?? place
  if (!answer.matches('input, select, textarea, fieldset, a, button')) answer.tabIndex = -1
  const control = answer.matches('fieldset') ? answer.querySelector('input') : answer
  control.focus({ preventScroll: !answer.matches('[aria-invalid="true"]') })
}
