// The elder view's button: reads the text of the page with the browser's own voice, one sentence at a time, because
// some browsers stop after a quarter of a minute. Nothing is sent anywhere.
const place = document.querySelector('[data-read-aloud]')
const voice = window.speechSynthesis
const lang = document.documentElement.lang
const quiet = '[data-read-aloud], form, nav, button, .button, .demo, .hide, details:not([open]), [aria-hidden="true"]'

if (!place) {
  // A page without the button.
} else if (!voice) place.hidden = true
else {
  const button = place.querySelector('button')
  const say = (isReading) => {
    button.setAttribute('aria-pressed', String(isReading))
    button.querySelector('[data-start]').hidden = isReading
    button.querySelector('[data-stop]').hidden = !isReading
  }
  const isReading = () => button.getAttribute('aria-pressed') === 'true'
  const stop = () => {
    say(false)
    voice.cancel()
  }
  const read = () => {
    const sentences = wordsOf(document.querySelector('main'))
    const next = () => {
      const sentence = sentences.shift()
      if (!sentence || !isReading()) return stop()
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.lang = lang
      utterance.rate = 0.9
      utterance.onend = next
      utterance.onerror = stop
      voice.speak(utterance)
    }
    voice.cancel()
    say(true)
    next()
  }
  button.addEventListener('click', () => (isReading() ? stop() : read()))
  addEventListener('pagehide', stop)

  // Many browsers load their voices a moment later, some never. The space then stays empty, because what the reader is
  // about to press must not move.
  const look = () => {
    if (voice.getVoices().length) place.dataset.readAloud = 'ready'
  }
  look()
  voice.addEventListener?.('voiceschanged', look)
}

/** The text of the page as sentences, without forms and buttons. */
function wordsOf(root) {
  const parts = []
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent)
    if (node.nodeType !== Node.ELEMENT_NODE || (node !== root && node.matches(quiet))) return
    for (const child of node.childNodes) walk(child)
    if (getComputedStyle(node).display !== 'inline') parts.push('\n')
  }
  walk(root)
  return parts
    .join('')
    .split(/\n|(?<=[。！？；.!?;])\s*/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}
