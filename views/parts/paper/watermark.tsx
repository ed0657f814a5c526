/** Who is looking, and when, printed faintly over a contact, so that a leaked screenshot shows its origin. */
export const Watermark = ({ text }: { readonly text: string }) => (
  <div class="watermark" aria-hidden="true">
    {Array.from({ length: 24 }, () => (
      <span data-text={text} />
    ))}
  </div>
)
