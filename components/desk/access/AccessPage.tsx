import type { Reply } from '#lib/model/desk-reply.ts';
import type { ListedSession, ListedToken } from '#lib/model/desk-views.ts';
import type { Token } from '#lib/model/token.ts';
import { SessionList } from './SessionList.tsx';
import { TokenForm } from './TokenForm.tsx';
import { TokenList } from './TokenList.tsx';

type Props = {
  tokens: ListedToken[];
  sessions: ListedSession[];
  /** The token of the visitor. */
  own: Token;
  formKey: string;
  reply: Reply | null;
  timeZone: string;
};

/** Who may do what: those who are signed in, the tokens, and the form for one more. The title stands
 *  above; each part has a heading. */
export function AccessPage({ tokens, sessions, own, formKey, reply, timeZone }: Props) {
  return (
    <>
      <p className="mt-3 text-plain">
        A token opens the desk for a person and the publishing API for a program. With yours you
        decide about those that open no more than yours does.
      </p>
      <SessionList sessions={sessions} formKey={formKey} timeZone={timeZone} />
      <TokenList tokens={tokens} timeZone={timeZone} />
      <TokenForm
        own={own}
        formKey={formKey}
        reply={reply?.form === 'make-token' ? reply : null}
        timeZone={timeZone}
      />
    </>
  );
}
