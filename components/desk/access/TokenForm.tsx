import { Choice } from '#components/desk/Choice.tsx';
import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FieldGroup } from '#components/desk/FieldGroup.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { LineField } from '#components/desk/LineField.tsx';
import { Tick } from '#components/desk/Tick.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import { SCOPE_WORDS, type Token } from '#lib/model/token.ts';
import { TokenTerms } from './TokenTerms.tsx';

type Props = { own: Token; formKey: string; reply: Reply | null; timeZone: string };

/** The form for one more token. It offers what the visitor's own token may give on and nothing else;
 *  what was typed comes back with what is wrong (WCAG 2.2, 3.3.1, 3.3.3). */
export function TokenForm({ own, formKey, reply, timeZone }: Props) {
  return (
    <section aria-labelledby="make">
      <h2 id="make" className="mt-10 text-teaser">
        Make a token
      </h2>
      <form action="/desk/forms/make-token" method="post" className="max-w-[36rem]">
        <FormKey value={formKey} />
        <LineField
          id="name"
          label="Whose it is"
          hint="A person or a program, as “Night desk”."
          reply={reply}
          isRequired
          longest={100}
        />
        <FieldGroup id="scopes" legend="What it may do" reply={reply}>
          {own.scopes.map((scope, index) => (
            <Choice
              key={scope}
              id={index === 0 ? 'scopes' : undefined}
              type="checkbox"
              name="scopes"
              value={scope}
              isChecked={reply?.fields.scopes?.includes(scope) ?? false}
            >
              {SCOPE_WORDS[scope]}
            </Choice>
          ))}
        </FieldGroup>
        <TokenTerms reply={reply} />
        {own.expires && (
          <p className="mt-1 text-note text-quiet">
            It ends with yours at the latest,{' '}
            <Timestamp at={own.expires} frame={{ lang: 'en', timeZone }} show="instant" />.
          </p>
        )}
        {own.holds ? (
          <p className="mt-5 text-plain">
            As with your own token, stories that come in by it wait for an editor if something
            serious is found in them.
          </p>
        ) : (
          <Tick
            id="holds"
            label="Its stories wait for an editor if something serious is found in them."
            reply={reply}
          />
        )}
        <p className="mt-5">
          <DeskButton isMain>Make the token</DeskButton>
        </p>
      </form>
    </section>
  );
}
