/** What is printed under a sheet, by which it can be checked years later. */
export type CheckWords = {
  /** How many records the ledger of the whole site had. */
  readonly records: number
  /** 'ABCD-EFGH-JKMN'. */
  readonly letters: string
  /** The public address of the site. */
  readonly site: string
}

/** What comes of comparing a sheet of `records` with the ledger, which has `now`. */
export type SheetChecked = {
  /**
   * `differs`: the records of the sheet have another root today, because one was changed, added or taken away, or the letters
   * were mistyped. `fewer`: today's ledger has fewer records than that.
   */
  readonly result: 'same' | 'differs' | 'fewer'
  readonly records: number
  readonly now: number
}
