'use client';

import { useReader } from '#components/preferences/use-reader.client.tsx';
import { ALERT_MODES, type AlertMode } from '#lib/model/preferences.ts';
import { chooseAlerts, readerStore } from '#lib/preferences/reader-store.ts';

export type AlertModeWords = { legend: string; emergencies: string } & Record<AlertMode, string>;

type Props = {
  words: AlertModeWords;
  /** The choice takes effect with the form's button, not at once. */
  waits?: boolean;
};

/** How breaking news comes: native radios in a named group, 44 px each (WCAG 2.2, 2.2.4). Needs
 *  scripts only to take effect without a page load. */
export function AlertModes({ words, waits = false }: Props) {
  const chosen = useReader((state) => state.alerts);
  return (
    <fieldset>
      <legend className="mb-1 font-bold">{words.legend}</legend>
      {ALERT_MODES.map((mode) => (
        <label key={mode} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            // One that waits is the form's own until then; it begins where the choice stands.
            key={waits ? chosen : undefined}
            type="radio"
            name="alerts"
            value={mode}
            {...(waits
              ? { defaultChecked: chosen === mode }
              : { checked: chosen === mode, onChange: () => chooseAlerts(readerStore, mode) })}
            suppressHydrationWarning
            className="size-6 accent-link"
          />
          {words[mode]}
        </label>
      ))}
      <p className="text-note">{words.emergencies}</p>
    </fieldset>
  );
}
