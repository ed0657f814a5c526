// Moves the server's sentence to its field and scrolls to that field.

export function sayAt(form, name, sentence) {
  const input = form.querySelector(`[id="${name}"]`)
  const field = input?.closest('.field')
  if (!field) return false
  document.getElementById(`${name}-error`)?.remove()
  const line = Object.assign(document.createElement('p'), { className: 'error', id: `${name}-error` })
  line.textContent = sentence
  field.classList.add('wrong')
  field.querySelector('legend, label').after(line)
  input.setAttribute('aria-describedby', line.id)
  input.setAttribute('aria-invalid', 'true')
  input.closest('details')?.setAttribute('open', '')
  return true
}

export const goTo = (form, name) => form.querySelector(`[id="${name}"]`)?.focus()

export function unsay(form) {
  for (const line of form.querySelectorAll('.error')) line.remove()
  for (const field of form.querySelectorAll('.wrong')) field.classList.remove('wrong')
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid')
}
