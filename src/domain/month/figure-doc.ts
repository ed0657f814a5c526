import { figureGroups, figures, type GroupName, isFigure, type ListName } from './figures.ts'

type Words = {
  readonly names: Readonly<Record<ListName, string>>
  readonly how: Readonly<Record<ListName, string>>
  readonly groups: Readonly<Record<GroupName, string>>
}

/** The definitions in docs/figures.md: the figures in the order of the report, with the sentence that the pages show. */
export const figureDoc = (zh: Pick<Words, 'names'>, en: Words): string => {
  const others = (Object.keys(en.how) as ListName[]).filter((name) => !isFigure(name))
  const row = (name: ListName) => {
    const of = isFigure(name) ? figures[name].of : null
    return `| ${name} | ${zh.names[name]} | ${en.how[name]} | ${of ?? '–'} |`
  }
  return [
    ...figureGroups.map((group) => table(en.groups[group.key], group.figures.map(row))),
    table('Sets that only other figures or lists use', others.map(row)),
  ].join('\n')
}

const table = (title: string, rows: readonly string[]): string => `### ${title}

| figure | on the page | how it is counted | share of |
| --- | --- | --- | --- |
${rows.join('\n')}
`
