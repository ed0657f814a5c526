import { squeezed } from './cells.ts'

/** 无, 没有心愿, 暂无，谢谢: the resident was asked and has no wish. An empty cell may be a forgotten wish. */
export function isNoWish(cell: string): boolean {
  return shape.test(squeezed(cell))
}

const shape =
  /^(?:(?:我|他|她|老人|目前|现在|暂时|暂)*(?:无|没有?|没啥|不需要|不要了?|不用了?)(?:什么|任何|其他|别的)?(?:微?心愿|需求|需要|愿望|要求|想要的)?(?:了|的)?|什么都不[缺要]|都有|一切都好)(?:[,，。.!！;；~]*(?:谢谢|感谢|多谢|都好|都有|挺好|很好|一切都好|什么都不缺|什么都有)[\p{Script=Han}]{0,6})?[,，。.!！~]*$/u
