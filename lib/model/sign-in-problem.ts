/** What is said to whoever stands before the sign-in form of the desk. */
export const SIGN_IN_WORDS = {
  unknown: 'This token does not hold: it was never made, it has expired, or it was revoked.',
  metrics: 'This token is for metrics alone and opens no desk.',
  out: 'You have signed out.',
  revoked: 'You have revoked the token that you were signed in with, so you are signed out.',
} as const;

export type SignInProblem = keyof typeof SIGN_IN_WORDS;
