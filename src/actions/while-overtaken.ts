/**
 * Enough for the few people who work in one community. If all attempts fail, the user gets an error, and nothing is
 * lost.
 */
const mostRounds = 5

/**
 * Repeats deciding and committing while another commit comes in between. `attempt` has to read everything again; it may
 * return 'overtaken' itself if its data has changed before the commit. `isOvertaken` recognises the errors of a commit
 * that mean this. Other errors are thrown, and so is the last one.
 */
export async function whileOvertaken<T>(
  isOvertaken: (error: unknown) => boolean,
  attempt: () => Promise<T | 'overtaken'>,
): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      const result = await attempt()
      if (result !== 'overtaken') return result
      if (round >= mostRounds) throw new Error('always overtaken')
    } catch (error) {
      if (round >= mostRounds || !isOvertaken(error)) throw error
    }
  }
}
