import { Radios } from '#components/desk/Radios.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import { TOKEN_TERMS } from '#lib/model/token-form.ts';

type Props = { reply: Reply | null };

/** How long a token holds. One that ends by itself is offered first: what nobody uses any more should
 *  not open anything for ever. */
export function TokenTerms({ reply }: Props) {
  return (
    <Radios
      id="term"
      legend="How long it holds"
      choices={Object.entries(TOKEN_TERMS).map(([value, { words }]) => ({ value, words }))}
      chosen={reply?.fields.term?.[0] ?? '90'}
      reply={reply}
    />
  );
}
