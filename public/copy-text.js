// Shows each copy button where the browser can copy, and lets it say that it has. Without this the text can be selected.
if (navigator.clipboard)
  for (const button of document.querySelectorAll('[data-copy]')) {
    const label = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      const text = button.closest('.copyable')?.querySelector('[data-copy-text]')?.textContent ?? ''
      try {
        await navigator.clipboard.writeText(text.trim())
        button.textContent = button.dataset.copy
        setTimeout(() => {
          button.textContent = label
        }, 2500)
      } catch {
        // Not allowed here: the text stays selectable.
        button.hidden = true
      }
    })
  }
