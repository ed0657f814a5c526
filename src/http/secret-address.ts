/**
 * Pages behind a slip or a relative's link: the address itself is the secret, so no link, field or referrer of another page may
 * contain it.
 */
export const isSecretAddress = (path: string): boolean => path.startsWith('/r/') || path.startsWith('/f/')
