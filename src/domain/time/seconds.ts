/** An instant as the database, the events and the links of a page store it: whole seconds since 1970, UTC. */
export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
