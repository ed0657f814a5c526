import type { Page } from '#views/page.ts'
import { Icon } from '#views/parts/icon.tsx'
import { RecordedNow } from '#views/parts/recorded.tsx'

/** A number that can be changed by thumb; its two buttons appear only if scripts run. */
export const Quantity = ({ page, value, error }: { page: Page; value: string; error: string | undefined }) => {
  const { form } = page.text
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for="quantity">{form.quantity}</label>
      <RecordedNow name="quantity" id="quantity" />
      {error && (
        <p class="error" id="quantity-error">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
      <div class="stepper">
        <button class="button second" type="button" hidden data-step="-1" aria-label={form.less}>
          −
        </button>
        <input
          type="text"
          id="quantity"
          name="quantity"
          value={value}
          aria-describedby={error ? 'quantity-error' : undefined}
          aria-invalid={error ? 'true' : undefined}
          inputmode="numeric"
          autocomplete="off"
          required
        />
        <button class="button second" type="button" hidden data-step="1" aria-label={form.moreOfIt}>
          +
        </button>
      </div>
    </div>
  )
}
