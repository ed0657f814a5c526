/** Instead of src/auth/password-cost.ts, so that signing in does not take most of the time of a test. */
export const cost = { N: 2 ** 4, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
