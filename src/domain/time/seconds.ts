/** As the database, the events and the links of a page keep an instant: whole seconds since 1970, UTC. */
export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
