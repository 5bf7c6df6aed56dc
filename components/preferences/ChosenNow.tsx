type Props = {
  label: string;
  choices: { value: string; name: string }[];
};

/** Says in words what was chosen, on a page without scripts: there the radios stand at their
 *  default, and /preferences.css shows the one name that applies. Goes into a <noscript>. */
export function ChosenNow({ label, choices }: Props) {
  return (
    <p className="text-note">
      {label}{' '}
      {choices.map(({ value, name }) => (
        <strong key={value} data-names-choice={value} className="hidden">
          {name}
        </strong>
      ))}
    </p>
  );
}
