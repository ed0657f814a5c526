// Draws the picture for the group from the page's content, as an image that can be saved by a long press. It is drawn
// on the phone because the phone has the fonts. Without this script the page itself can be printed or photographed.
const width = 1080
const margin = 56
const font = (size, weight = 400) => `${weight} ${size}px system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif`
const colours = { red: '#b3261e', yellow: '#8a5a00', blue: '#1d5f9f' }

for (const source of document.querySelectorAll('[data-picture]')) {
  const facts = JSON.parse(source.dataset.picture)
  const canvas = document.createElement('canvas')
  const rows = facts.wishes.length
  const qr = 300
  canvas.width = width
  canvas.height = 250 + rows * 190 + qr + margin * 2
  draw(canvas.getContext('2d'), canvas.height, facts, qr)
  const image = source.querySelector('img')
  image.src = canvas.toDataURL('image/jpeg', 0.9)
  image.width = width
  image.height = canvas.height
  for (const shown of source.querySelectorAll('[hidden]')) shown.hidden = false
}

function draw(pen, height, { head, title, wishes, lines, code }, qr) {
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#b5321e'
  pen.fillRect(0, 0, width, 190)
  pen.fillStyle = '#fff'
  write(pen, title, margin, 95, font(64, 700), width - margin * 2)
  write(pen, head, margin, 155, font(36), width - margin * 2)
  for (const [index, wish] of wishes.entries()) drawWish(pen, wish, 230 + index * 190)
  const top = 250 + wishes.length * 190
  drawCode(pen, code, width - margin - qr, top, qr)
  pen.fillStyle = '#1c1a18'
  for (const [index, line] of lines.entries())
    write(pen, line, margin, top + 60 + index * 62, font(36), width - margin * 3 - qr)
}

function drawWish(pen, { position, title, note, urgency, tone, isOpen }, top) {
  const ink = isOpen ? '#1c1a18' : '#77706a'
  pen.fillStyle = '#f4efe9'
  pen.fillRect(margin, top, width - margin * 2, 166)
  drawShape(pen, isOpen ? tone : '', margin + 60, top + 83)
  pen.fillStyle = ink
  const wide = write(pen, `${position}. ${title}`, margin + 120, top + 76, font(52, 700), width - margin * 2 - 340)
  if (!isOpen) pen.fillRect(margin + 120, top + 56, wide, 5)
  write(pen, note, margin + 120, top + 132, font(36), width - margin * 2 - 160)
  pen.fillStyle = isOpen ? colours[tone] : ink
  pen.textAlign = 'right'
  write(pen, urgency, width - margin - 28, top + 76, font(40, 700), 230)
  pen.textAlign = 'left'
}

/** Circle, triangle and square, as on the pages, so that colour is never the only sign. */
function drawShape(pen, tone, x, y) {
  pen.fillStyle = colours[tone] ?? '#c9c2ba'
  pen.beginPath()
  if (tone === 'red') pen.arc(x, y, 30, 0, Math.PI * 2)
  else if (tone === 'yellow') {
    pen.moveTo(x, y - 32)
    pen.lineTo(x + 34, y + 28)
    pen.lineTo(x - 34, y + 28)
  } else pen.rect(x - 27, y - 27, 54, 54)
  pen.fill()
}

function drawCode(pen, { path, size }, left, top, side) {
  pen.save()
  pen.translate(left, top)
  pen.scale(side / size, side / size)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, size, size)
  pen.fillStyle = '#000'
  pen.fill(new Path2D(path))
  pen.restore()
}

/** Writes one line, smaller if it is too long. Returns its width. */
function write(pen, text, x, y, style, most) {
  pen.font = style
  const wide = pen.measureText(text).width
  if (wide > most) {
    const size = Number(/(\d+)px/.exec(style)[1])
    pen.font = style.replace(`${size}px`, `${Math.max(22, Math.floor((size * most) / wide))}px`)
  }
  pen.fillText(text, x, y, most)
  return Math.min(pen.measureText(text).width, most)
}
