import type { ListedToken } from '#lib/model/desk-views.ts';
import { TokenFacts } from './TokenFacts.tsx';

type Props = { tokens: ListedToken[]; timeZone: string };

/** All tokens: those that hold, and folded away those that hold no more. To revoke one is a page of its
 *  own, which says what will stop. */
export function TokenList({ tokens, timeZone }: Props) {
  const [holding, over] = [
    tokens.filter(({ isValid }) => isValid),
    tokens.filter(({ isValid }) => !isValid),
  ];
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens" className="mt-10 text-teaser">
        Tokens
      </h2>
      <ul className="text-plain">
        {holding.map((token) => (
          <li key={token.id} className="border-hair border-b py-3 [overflow-wrap:anywhere]">
            <h3 className="font-bold">
              {token.name}
              {token.isOwn && ' (yours)'}
            </h3>
            <TokenFacts token={token} timeZone={timeZone} />
            {token.mayRevoke && (
              <a href={`/desk/access/${token.id}`} className="target-text">
                Revoke “{token.name}”{hasNamesake(token, holding) && `, ${token.id}`} …
              </a>
            )}
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details className="mt-4 text-plain">
          <summary className="target-text cursor-pointer">
            Tokens that hold no more: {over.length}
          </summary>
          <ul>
            {over.map((token) => (
              <li key={token.id} className="border-hair border-b py-3 [overflow-wrap:anywhere]">
                <h3 className="font-bold">{token.name}</h3>
                <TokenFacts token={token} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Two tokens may have one name, and must not be taken for each other (WCAG 2.2, 2.4.9). */
function hasNamesake({ id, name }: ListedToken, all: readonly ListedToken[]): boolean {
  return all.some((other) => other.name === name && other.id !== id);
}
