import { Choice } from '#components/desk/Choice.tsx';
import { FieldGroup } from '#components/desk/FieldGroup.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import { TOKEN_TERMS } from '#lib/model/token-form.ts';

type Props = { reply: Reply | null };

/** How long a token holds. One that ends by itself is offered first: what nobody uses any more should
 *  not open anything for ever. */
export function TokenTerms({ reply }: Props) {
  const chosen = reply?.fields.term?.[0] ?? '90';
  return (
    <FieldGroup name="term" legend="How long it holds" reply={reply}>
      {Object.entries(TOKEN_TERMS).map(([term, { words }], index) => (
        <Choice
          key={term}
          id={index === 0 ? 'term' : undefined}
          type="radio"
          name="term"
          value={term}
          isRequired
          isChecked={term === chosen}
        >
          {words}
        </Choice>
      ))}
    </FieldGroup>
  );
}
