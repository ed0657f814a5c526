import { dialled } from '#domain/reading/phones.ts'

export const PhoneLink = ({ name, phone }: { readonly name?: string; readonly phone: string }) => (
  <>
    {name && <span class="whose">{name}</span>}
    {phone && (
      <a class="contact" href={`tel:${dialled(phone)}`}>
        {spaced(phone)}
      </a>
    )}
  </>
)

/** 199 0000 0000: three, four and four digits, as people read out a mobile number. */
const spaced = (phone: string): string => phone.replace(/^(1\d\d)(\d{4})(\d{4})$/, '$1 $2 $3')
