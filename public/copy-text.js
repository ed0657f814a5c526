// Makes each copy button copy its text and say so. Where the browser does not allow it (some in-app browsers), the text
// is selected instead, for the phone's own menu. Without this script the text can be selected by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  const label = button.textContent
  const target = button.closest('[data-copyable]')?.querySelector('[data-copy-text]')
  if (!target) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    const isCopied = (await copy(textIn(target))) || select(target)
    const said = isCopied ? button.dataset.copy : (button.dataset.selected ?? button.dataset.copy)
    button.textContent = said
    setTimeout(() => {
      button.textContent = label
    }, 4000)
  })
}

const textIn = (target) => (target.value ?? target.textContent).trim()

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Selects the text; true if the old command has copied it as well. */
function select(target) {
  if (target.select) {
    target.focus()
    target.select()
    target.setSelectionRange(0, target.value.length)
  } else {
    const range = document.createRange()
    range.selectNodeContents(target)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }
  return document.execCommand('copy')
}
