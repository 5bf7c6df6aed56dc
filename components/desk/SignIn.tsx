import { SIGN_IN_WORDS, type SignInProblem } from '#lib/model/sign-in-problem.ts';
import { DeskButton } from './DeskButton.tsx';

type Props = {
  siteName: string;
  /** Where it leads. */
  returnTo: string;
  problem: SignInProblem | null;
};

/** The way to the desk: one field and one button. A password field, so that a password manager can
 *  keep the token and nobody reads it over a shoulder; pasting is never hindered (WCAG 2.2, 3.3.8). */
export function SignIn({ siteName, returnTo, problem }: Props) {
  const isRefused = problem === 'unknown' || problem === 'metrics';
  return (
    <main id="main" className="shell max-w-[36rem] py-8">
      <meta name="http-status" content={problem === null || isRefused ? '401' : '200'} />
      <h1 className="text-headline">Sign in to the desk</h1>
      <p className="mt-3 text-plain">{siteName}</p>
      {problem && !isRefused && (
        <p className="mt-4 border-control border-s-4 bg-sheet p-4">{SIGN_IN_WORDS[problem]}</p>
      )}
      <form action="/desk/forms/sign-in" method="post" className="mt-6">
        <input type="hidden" name="return" value={returnTo} />
        <label htmlFor="token" className="font-bold text-plain">
          Your token
        </label>
        <p id="token-hint" className="text-note text-quiet">
          It begins with lede_. Whoever runs the server makes one with “bin/lede token create”.
        </p>
        {isRefused && (
          <p id="token-problem" className="font-bold text-alert text-note">
            Not done: {SIGN_IN_WORDS[problem]}
          </p>
        )}
        <input
          id="token"
          name="token"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby={isRefused ? 'token-problem token-hint' : 'token-hint'}
          aria-invalid={isRefused ? true : undefined}
          className="mt-1 mb-4 block min-h-11 w-full rounded border border-control bg-paper px-3 py-2 text-plain"
        />
        <DeskButton isMain>Sign in</DeskButton>
      </form>
    </main>
  );
}
