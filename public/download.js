// For files that take time: the button says that the file is being made, counts what has arrived, and stops when it is
// complete. Leaving the page cancels the file; the button says so when the reader comes back. If anything fails, and
// without this script, the link is an ordinary one; also in WeChat, which cannot save files made by a page.
const isBusy = (link) => link.getAttribute('aria-busy') === 'true'
const markOf = (link) => `unfinished ${link.href}`
let isLeaving = false
addEventListener('pagehide', () => {
  isLeaving = true
})
addEventListener('pageshow', () => {
  isLeaving = false
})

for (const link of document.querySelectorAll('a[data-arrived]'))
  if (sessionStorage.getItem(markOf(link))) {
    link.dataset.label = wordOf(link).textContent
    wordOf(link).textContent = link.dataset.again
  }

document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[data-arrived]')
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
  if (!link || !isPlain || /MicroMessenger/i.test(navigator.userAgent)) return
  event.preventDefault()
  if (isBusy(link)) return
  const word = wordOf(link)
  const label = link.dataset.label ?? word.textContent
  link.setAttribute('aria-busy', 'true')
  word.textContent = link.dataset.making
  sessionStorage.setItem(markOf(link), '1')
  try {
    const { blob, name } = await arrived(link.href, (bytes) => {
      word.textContent = link.dataset.arrived.replace('0', Math.ceil(bytes / 1000))
    })
    save(blob, name)
  } catch {
    if (isLeaving) return
    location.href = link.href
  }
  sessionStorage.removeItem(markOf(link))
  word.textContent = label
  link.removeAttribute('aria-busy')
})

function wordOf(link) {
  return link.querySelector('[data-words]')
}

async function arrived(address, tell) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  const parts = []
  let bytes = 0
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    bytes += value.length
    tell(bytes)
  }
  const said = answer.headers.get('content-disposition') ?? ''
  const readable = /filename\*=UTF-8''([^;]+)/.exec(said)?.[1]
  const name = readable ? decodeURIComponent(readable) : (/filename="([^"]+)"/.exec(said)?.[1] ?? '')
  return { blob: new Blob(parts, { type: answer.headers.get('content-type') ?? '' }), name }
}

function save(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
