/** A public or outgoing number that describes people is left out where it is about fewer than so many of them. */
export const fewestPeople = 5
