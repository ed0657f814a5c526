/** Path of a circle around (x, y) with radius r. */
export function ring(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
}

/** Path of a rectangle from (x, y) with rounded corners. */
export function panel(x: number, y: number, width: number, height: number, round: number): string {
  const [across, down] = [width - 2 * round, height - 2 * round]
  const corner = (dx: number, dy: number) => `a${round} ${round} 0 0 1 ${dx} ${dy}`
  return [
    `M${x + round} ${y}h${across}${corner(round, round)}v${down}${corner(-round, round)}`,
    `h${-across}${corner(-round, -round)}v${-down}${corner(round, -round)}Z`,
  ].join('')
}

/** Path of two curls of steam that end at height y. */
export function steam(x1: number, x2: number, y: number): string {
  return [x1, x2].map((x) => `M${x} ${y}c-1-1.1 1-1.9 0-3`).join('')
}
