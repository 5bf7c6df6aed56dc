import { DeskButton } from '#components/desk/DeskButton.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import type { ListedSource } from '#lib/model/desk-sources.ts';

type Props = {
  source: ListedSource;
  /** Null where the visitor can't have it asked. */
  formKey: string | null;
};

/** A source with all there is to know of it. A list of terms and not a table, which would be too wide for
 *  a phone. */
export function SourceCard({ source: { address, name, facts }, formKey }: Props) {
  return (
    <li className="border-hair border-b py-4 [overflow-wrap:anywhere]">
      <h3 className="font-bold text-plain">{name}</h3>
      <dl className="mt-1 text-note">
        {facts.map(([label, what]) => (
          <div key={label} className="flex flex-wrap gap-x-2">
            <dt className="text-quiet">{label}:</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {formKey !== null && (
        <form action="/desk/forms/source-ask" method="post" className="mt-2">
          <FormKey value={formKey} />
          <input type="hidden" name="address" value={address} />
          <DeskButton>Ask “{name}” now</DeskButton>
        </form>
      )}
    </li>
  );
}
