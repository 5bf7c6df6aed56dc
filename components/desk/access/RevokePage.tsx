import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import type { ListedToken } from '#lib/model/desk-views.ts';
import { TokenFacts } from './TokenFacts.tsx';

type Props = { token: ListedToken; formKey: string; timeZone: string };

/** The second step before a token is revoked, which can't be taken back: it says what will stop
 *  (WCAG 2.2, 3.3.6). */
export function RevokePage({ token, formKey, timeZone }: Props) {
  return (
    <>
      <TokenFacts token={token} timeZone={timeZone} />
      <h2 className="mt-8 text-teaser">What will stop</h2>
      <ul className="mt-2 list-disc ps-6 text-plain">
        <li>The next call of every program that uses it is refused.</li>
        <li>{signedIn(token)}</li>
        <li>It never holds again; whoever needs access needs a new token.</li>
      </ul>
      <p className="mt-2 text-plain">Stories and alerts that came in by it stay.</p>
      {token.mayRevoke ? (
        <form
          action="/desk/forms/revoke-token"
          method="post"
          className="mt-6 flex flex-wrap items-center gap-4"
        >
          <FormKey value={formKey} />
          <input type="hidden" name="id" value={token.id} />
          <DeskButton isMain>Revoke it</DeskButton>
          <a href="/desk/access" className="target-text">
            Leave it as it is
          </a>
        </form>
      ) : (
        <p className="mt-6 font-bold text-plain">
          {token.isValid
            ? 'It may do more than your token, so yours can’t revoke it.'
            : 'It holds no more.'}
        </p>
      )}
    </>
  );
}

function signedIn({ isOwn, sessions }: ListedToken): string {
  if (isOwn) return 'It is your own: you are signed out at once, here and wherever else you are.';
  if (sessions === 0) return 'Nobody is signed in with it now.';
  return sessions === 1
    ? 'One session at the desk ends at once.'
    : `${sessions} sessions at the desk end at once.`;
}
