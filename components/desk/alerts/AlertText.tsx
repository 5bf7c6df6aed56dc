import { InLanguage } from '#components/desk/InLanguage.tsx';
import type { Alert } from '#lib/model/alert.ts';

type Props = { alert: Alert };

/** The words of an alert as the heading of what there is to know of it. */
export function AlertText({ alert: { lang, text, emergency } }: Props) {
  return (
    <h3 className="font-bold font-text text-plain [overflow-wrap:anywhere]">
      {emergency && 'Emergency: '}
      <InLanguage lang={lang}>{text}</InLanguage>
    </h3>
  );
}
