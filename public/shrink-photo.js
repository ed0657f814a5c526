// Reduces a photo on the phone before it is sent, shows it, and lets the user remove it. Drawing it again removes its
// metadata. If this fails, the original file is sent and the server removes the metadata.
const longest = 1280
/** The last chosen file, with its form: if a response says that the photo is lost, the new form is shown without it. */
let chosen = null

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'file' && target.closest('[data-photo]')) shrink(target)
})

document.addEventListener('click', ({ target }) => {
  const field = target instanceof Element && target.closest('[data-photo-away]')?.closest('[data-photo]')
  if (!field) return
  const input = field.querySelector('input[type=file]')
  input.value = ''
  chosen = null
  show(field, false)
  input.focus()
})

document.addEventListener('htmx:after:swap', () => {
  const [lost, input] = ['[data-photo-lost]', '[data-photo] input'].map((one) => document.querySelector(one))
  if (!lost || !chosen || input?.form.action !== chosen.action) return
  put(input, chosen.file)
  lost.remove()
  shrink(input)
})

function put(input, file) {
  const one = new DataTransfer()
  one.items.add(file)
  input.files = one.files
}

async function shrink(input) {
  const [file] = input.files
  const field = input.closest('[data-photo]')
  if (!file) return show(field, false)
  const buttons = [...(input.form?.querySelectorAll('button:not([type=button])') ?? [])]
  for (const button of buttons) button.disabled = true
  try {
    const canvas = draw(field.querySelector('canvas'), await createImageBitmap(file))
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
    if (input.files[0] !== file) return
    if (blob) put(input, new File([blob], 'photo.jpg', { type: 'image/jpeg' }))
    show(field, true)
  } catch {
    // If this phone cannot draw the file, the server decides about it.
    show(field, false, true)
  } finally {
    chosen = { file: input.files[0], action: input.form?.action }
    for (const button of buttons) button.disabled = false
  }
}

function draw(canvas, image) {
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  const pen = canvas.getContext('2d')
  // A JPEG has no transparency: without this, transparent parts would be black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return canvas
}

function show(field, isDrawn, isChosen = isDrawn) {
  field.querySelector('canvas').hidden = !isDrawn
  field.querySelector('[data-photo-away]').hidden = !isChosen
}
