/** How long a token holds, as the desk offers it, in days; null until it is revoked. */
export const TOKEN_TERMS = {
  '30': { days: 30, words: '30 days' },
  '90': { days: 90, words: '90 days' },
  '365': { days: 365, words: 'a year' },
  always: { days: null, words: 'until it is revoked' },
} as const;

export type TokenTerm = keyof typeof TOKEN_TERMS;
