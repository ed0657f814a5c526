import type { DetailsForm } from '#domain/people/person-details.ts'
import { many, one } from '#http/form/fields.ts'
import type { Typed } from '#http/form/read-form.ts'

type Stored = {
  readonly unit: string | null
  readonly branch: string
  readonly building: string
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
}

/** What is stored about a volunteer, in the form of its fields; empty for others. */
export const formOf = (name: string, stored: Stored | null): DetailsForm => ({
  name,
  unit: stored?.unit ?? '',
  branch: stored?.branch ?? '',
  building: stored?.building ?? '',
  strengths: stored?.strengths ?? [],
  freeTimes: stored?.freeTimes ?? [],
})

export const detailsTyped = (form: Typed, name: string): DetailsForm => ({
  name,
  unit: one(form, 'unit'),
  branch: one(form, 'branch'),
  building: one(form, 'building'),
  strengths: many(form, 'strengths'),
  freeTimes: many(form, 'freeTimes'),
})

/** The stored values of the text fields that differ from what was typed. */
export const differing = (stored: DetailsForm, typed: DetailsForm): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['name', 'unit', 'branch', 'building'] as const).flatMap((name) =>
      stored[name] === typed[name].trim() ? [] : [[name, stored[name]]],
    ),
  )
