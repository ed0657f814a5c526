import { clean, squeezed } from '#domain/reading/cells.ts'

/**
 * Whether a cell is a form's own text around the table: 填报单位（盖章）：某社区, 填表人：, 审核 and similar, with or without a colon.
 */
export function isFormCell(cell: string): boolean {
  const text = squeezed(cell)
  if (/盖章|签章|签字|签名/.test(text)) return true
  return new RegExp(`^${label}[:：]`, 'u').test(text)
}

/**
 * A line of such cells above the headings or below the last row. Its cells without a label may be what someone filled
 * in.
 */
export function isFormLine(row: readonly string[]): boolean {
  const cells = distinct(row)
  const labelled = cells.filter(isFormCell).length
  return labelled > 0 && labelled * 2 >= cells.length
}

/** The filled cells of a row; a merged cell counts once. */
export function distinct(row: readonly string[]): readonly string[] {
  return [...new Set(row.map(clean).filter(Boolean))]
}

/** Whether the cell labels a total: 合 计, 本页小计, 平均, 总人数：12. */
export function isTotal(cell: string): boolean {
  const text = squeezed(cell)
  return (
    /^[(（【]?(?:本[页表栏网]|以上|全[部社区村]{1,2}|各?网格|当?月|年|最?后)*(?:小计|合计|总计|共计|累计|总和|汇总|平均|总[人户件条]?数|total|sum|average)(?:$|[^\p{Script=Han}]|[人户件条个项])/u.test(
      text,
    ) || /^共\d+[人户件条个项]/.test(text)
  )
}

const label =
  '(?:(?:填报|填表|制表|上报|报送|统计|汇总|登记|经办|审核|审批|复核|负责|联系|主管|社区|村|街道|乡镇|网格|党组织|分管)*(?:单位|部门|人员?|员|长|书记|主任|领导|日期|时间|电话|年度|月份|社区|街道|名称|意见|审核|审批|制表|填表|填报)|日期|时间|审核|审批|制表|填表|填报|单位|联系电话|联系方式)(?:[(（][^)）]*[)）])?'
