/**
 * Enough for the few people who work in one community. If all attempts fail, the user gets an error, and nothing is
 * lost.
 */
const mostRounds = 5

/**
 * Decides and commits again while somebody else's commit comes in between. `attempt` has to read everything anew; it may
 * say 'overtaken' itself where what it read has moved on before the commit.
 * `isOvertaken` names the errors by which a commit says so; any other error, and the last of them, is thrown.
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
