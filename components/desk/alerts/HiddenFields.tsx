type Props = { fields: readonly (readonly [name: string, value: string])[] };

/** What a form carries on unseen. */
export function HiddenFields({ fields }: Props) {
  return fields.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
