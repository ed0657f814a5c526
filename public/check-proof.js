// Checks the steps of a wish in the reader's browser: opens each proof, hashes its way from the step to the root of the ledger's
// log (RFC 6962) and compares what it says with what the page shows. It trusts nothing that the server says of itself: the
// reader compares the twelve letters at the end with a sheet of paper.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const utf8 = new TextEncoder()

const show = () => {
  for (const button of document.querySelectorAll('button[data-proofs][hidden]'))
    button.hidden = !globalThis.crypto?.subtle
}
show()
document.addEventListener('htmx:after:swap', show)

document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('button[data-proofs]')
  if (!button || button.getAttribute('aria-busy') === 'true') return
  const says = button.closest('.fold').querySelector('[data-proof-says]')
  button.setAttribute('aria-busy', 'true')
  says.textContent = button.dataset.running
  try {
    const steps = JSON.parse(button.dataset.steps)
    const found = await check(button.dataset.proofs, steps)
    says.textContent = found
      ? button.dataset.good
          .replace('STEPS', steps.length)
          .replace('RECORDS', found.records)
          .replace('LETTERS', found.letters)
      : button.dataset.bad
  } catch {
    says.textContent = button.dataset.unable
  }
  button.removeAttribute('aria-busy')
})

/** Null where a step is not as the page shows it, or its proof does not lead to the root. */
async function check(address, steps) {
  let log = null
  for (const step of steps) {
    const answer = await fetch(`${address}/${step.seq}`)
    if (answer.status === 409) return null
    if (!answer.ok) throw new Error(String(answer.status))
    log = await checkStep(await answer.text(), step)
    if (!log) return null
  }
  return log
}

async function checkStep(file, step) {
  const end = file.indexOf('\n\n')
  const [, extra, index, ...hashes] = file.slice(0, end).split('\n')
  const opening = JSON.parse(new TextDecoder().decode(bytesOf(extra.slice('extra '.length))))
  const said = Object.fromEntries(opening.filter(({ field }) => field).map(({ field, value }) => [field, value]))
  const isAsShown =
    said.seq === String(step.seq) && said.action === JSON.stringify(step.action) && said.at === String(step.at)
  const [, size, root] = file.slice(end + 2).split('\n')
  const reached = await rootFrom(await leafOf(opening), Number(index.slice('index '.length)), Number(size), hashes)
  return isAsShown && same(reached, bytesOf(root)) ? { records: size, letters: lettersOf(reached) } : null
}

async function leafOf(opening) {
  const sealed = await Promise.all(
    opening.map(({ shut, salt, field, value }) =>
      shut ? bytesOf(shut) : sha256(bytesOf(salt), utf8.encode(`${field}=${value}`)),
    ),
  )
  return sha256([0], await sha256(utf8.encode('micro-wish event v1\n'), ...sealed))
}

/** RFC 9162, section 2.1.3.2. Null where the proof has not as many hashes as the path. */
async function rootFrom(leaf, index, size, hashes) {
  let [at, last, hash] = [index, size - 1, leaf]
  for (const text of hashes) {
    if (last === 0) return null
    const other = bytesOf(text)
    const isRight = at % 2 === 1
    if (isRight || at === last) {
      hash = await sha256([1], other, hash)
      while (!isRight && at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = await sha256([1], hash, other)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : null
}

async function sha256(...parts) {
  return new Uint8Array(
    await crypto.subtle.digest('SHA-256', await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer()),
  )
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

function same(a, b) {
  return a !== null && a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** The first sixty bits of the root, as on paper. */
function lettersOf(root) {
  const bits = [...root.slice(0, 8)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = Array.from({ length: 12 }, (_, at) => signs[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)]).join(
    '',
  )
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
