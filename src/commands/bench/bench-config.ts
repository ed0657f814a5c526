const secret = 'for measuring only, and long enough to be one'
export const config = { publicUrl: 'http://127.0.0.1', secret, logSeed: secret, isDemo: false }
