import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Chips } from '#views/parts/chips.tsx'
import { Fold } from '#views/parts/details.tsx'
import { Bars, Empty, Figure } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, OptionalMark, RadioGroup, Select, TextArea } from '#views/parts/form/field.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { Steps } from '#views/parts/step-list.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { OwnFields } from '#views/wishes/own-fields.tsx'

const html = (node: unknown): string => String(node)

const options = [
  { value: 'red', label: 'Very urgent', hint: '1 day' },
  { value: 'blue', label: 'Usual', hint: '7 days' },
]
const phone = <Field label="Phone" name="phone" prefix="r5" hint="Mobile or landline" error="One digit is missing" />
const urgency = <RadioGroup label="Urgency" name="urgency" options={options} value="blue" error="Choose one" />
const steps = (
  <Steps
    label="Progress"
    stateWord={{ past: 'done', now: 'under way', next: 'to come', stopped: 'stopped' }}
    steps={[
      { label: 'Posted', when: '3 Nov', state: 'past' },
      { label: 'Published', state: 'past' },
      { label: 'Claimed', state: 'now' },
      { label: 'Delivered', state: 'next' },
      { label: 'Called back', state: 'next' },
    ]}
  />
)
const table = <Table caption="Wishes" head={['Wish', 'Days']} rows={[['Milk', '2']]} numeric={[1]} />
const bars = (
  <Bars
    caption="Promises met"
    rows={[
      { label: 'Grid 1', value: 3, of: 4, text: '3 / 4' },
      { label: 'Grid 2', value: 0, of: 0, text: 'nothing due' },
      { label: 'Grid 3', value: 9, of: 4, text: '9 / 4' },
    ]}
  />
)
const summary = (
  <ErrorSummary title="Mend this" prefix="r5" errors={[{ name: 'phone', message: 'One digit is missing' }]} />
)

test('a field tells its hint and its error to those who do not see them', () => {
  expect(html(phone)).toContain('<label for="r5-phone">Phone</label>')
  expect(html(phone)).toContain('aria-describedby="r5-phone-hint r5-phone-error" aria-invalid="true"')
  expect(html(phone)).toContain('id="r5-phone-hint"')
  expect(html(phone)).toContain('id="r5-phone-error"')
})

test('a field that may be empty says so, and no other does', () => {
  const marks = (field: Child) => html(<OptionalMark.Provider value="(optional)">{field}</OptionalMark.Provider>)
  const mark = '<small class="optional"> (optional)</small>'

  expect(marks(<Field label="Note" name="note" />)).toContain(`<label for="note">Note${mark}</label>`)
  expect(marks(<TextArea label="Note" name="note" />)).toContain(mark)
  expect(marks(<RadioGroup label="Sex" name="sex" options={options} />)).toContain(`<legend>Sex${mark}</legend>`)
  const others = [
    <Field label="Name" name="name" required />,
    <Field label="Code" name="code" isNeededSometimes />,
    <Field label="Search" name="q" type="search" />,
    <TextArea label="Text" name="text" readonly />,
    <RadioGroup label="Urgency" name="urgency" options={options} value="blue" />,
    <Select label="Grid" name="grid" options={options} />,
    <Checkbox label="Monthly" name="every" />,
  ]
  expect(others.map(marks).filter((one) => one.includes('(optional)'))).toEqual([])
})

test('a field without an error is not called invalid, and describes itself by nothing', () => {
  const sound = html(<Field label="Phone" name="phone" />)

  expect(sound).not.toContain('aria-')
  expect(sound).not.toContain('wrong')
})

test('the summary of errors links to the ids that the fields have, radio groups too', () => {
  const links = html(<ErrorSummary title="Mend this" errors={[{ name: 'urgency', message: 'Choose one' }]} />)

  expect(html(summary)).toContain('href="#r5-phone"')
  expect(html(phone)).toContain('id="r5-phone"')
  expect(links).toContain('href="#urgency"')
  expect(html(urgency)).toContain('id="urgency"')
  expect(html(summary)).toContain('role="alert" tabindex="-1"')
})

test('a summary of no errors is nothing at all', () => {
  expect(html(<ErrorSummary title="Mend this" errors={[]} />)).not.toContain('<')
})

test('what was typed and chosen comes back, escaped', () => {
  expect(html(<TextArea label="Note" name="note" value="</textarea><b>" />)).toContain('&lt;/textarea&gt;&lt;b&gt;')
  expect(html(<Select label="Grid" name="grid" value="2" options={[{ value: '2', label: 'Two' }]} />)).toContain(
    '<option value="2" selected="">',
  )
  expect(html(urgency).match(/checked=""/g)).toHaveLength(1)
  expect(html(<Checkbox label="Agreed" name="agreed" checked />)).toContain('checked=""')
})

test('each cell of a table carries its column, for when it becomes a card', () => {
  expect(html(table)).toContain('data-label="Wish"')
  expect(html(table)).toContain('data-label="Days" class="number"')
})

test('of the steps exactly one is current, and each says its state in words', () => {
  expect(html(steps).match(/aria-current="step"/g)).toHaveLength(1)
  expect(html(steps).match(/done|under way|to come/g)).toHaveLength(5)
})

test('a bar is never longer than the whole, and draws nothing where nothing was due', () => {
  expect(
    [...html(bars).matchAll(/<progress max="(\d+)" value="(\d+)"/g)].map(([, max, value]) => [max, value]),
  ).toEqual([
    ['4', '3'],
    ['1', '0'],
    ['4', '4'],
  ])
})

test('urgency is shown by a shape as well as a colour', () => {
  const shapes = (['red', 'yellow', 'blue', 'green'] as const).map((tone) =>
    html(<Tag tone={tone}>x</Tag>).replace(/^.*?<svg[^>]*>|<\/svg>.*$/g, ''),
  )

  expect(new Set(shapes).size).toBe(4)
})

const labels = { next: 'Next', first: 'First' }

test('a pager with nowhere to go is nothing at all', () => {
  expect(html(<Pager labels={labels} next={null} first={null} />)).not.toContain('<')
})

test('no part breaks the content policy, and each input and button has its type', () => {
  const all = [
    phone,
    urgency,
    steps,
    table,
    bars,
    summary,
    <TextArea label="Note" name="note" />,
    <Select label="Grid" name="grid" options={options} />,
    <Checkbox label="Agreed" name="agreed" />,
    <Hidden name="key" value="1" />,
    <Button wide>Claim</Button>,
    <LinkButton href="/">Board</LinkButton>,
    <Banner tone="green">Thanks</Banner>,
    <Tag>Waited 2 days</Tag>,
    <Panel title="Visit" id="visit" tone="blue">
      <Facts rows={[{ term: 'Door', value: '301' }]} />
    </Panel>,
    <Chips label="Kinds" items={[{ href: '/', label: 'All', count: 3, current: true }]} />,
    <Empty icon="heart" title="Nothing yet" />,
    <Figure label="Published" value="46" href="/list" />,
    <Pager labels={labels} next="/2" first="/" />,
    <Fold summary="Who pays?">Nobody.</Fold>,
    <Watermark text="Ben, 15:20" />,
  ].map(html)

  for (const part of all) {
    expect(part).not.toMatch(/\sstyle=|\son\w+=|<script/)
    for (const control of part.match(/<(input|button)[^>]*>/g) ?? []) expect(control).toContain(' type="')
  }
})

test('the fields that an act declares are shown in its order, with their label, what was typed and the sentence at the wrong one', () => {
  const fields = {
    hours: { kind: 'number' },
    until: { kind: 'day', isOptional: true },
    alone: { kind: 'tick' },
  } as const
  const page = html(
    <OwnFields
      fields={fields}
      labels={{ hours: 'How many hours', until: 'Until', alone: 'I come alone' }}
      prefix="pause"
      typed={{ hours: 'many', alone: 'yes' }}
      wrong={(name) => (name === 'hours' ? { error: 'Enter a number.' } : {})}
    />,
  )

  expect(page.match(/name="\w+"/g)).toEqual(['name="hours"', 'name="until"', 'name="alone"'])
  expect(page).toMatch(/<label for="pause-hours">How many hours<\/label>.*Enter a number\..*value="many".*required/)
  expect(page).toContain('<input type="date" id="pause-until" name="until" value=""/>')
  expect(page).toMatch(/type="checkbox" id="pause-alone" name="alone" value="yes" checked/)
})
