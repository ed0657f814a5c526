/** OWASP's second choice after argon2id: N = 2^15, r = 8, p = 3. Each guess takes about 32 MB and 0.2 s. */
export const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
