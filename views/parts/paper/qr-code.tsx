type Props = {
  readonly code: { readonly size: number; readonly path: string }
  /** What the code leads to, in words. */
  readonly label: string
}

/** Always dark on light, even on a dark page, because code readers need that. */
export const QrCode = ({ code: { size, path }, label }: Props) => (
  <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
)
