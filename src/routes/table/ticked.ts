/** As many as a page of the table has, and as D1 takes in one statement's list. */
export const mostTicked = 50
