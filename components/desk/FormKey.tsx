type Props = { value: string };

/** Stands in every form of the desk: no other site knows it. */
export function FormKey({ value }: Props) {
  return <input type="hidden" name="key" value={value} />;
}
