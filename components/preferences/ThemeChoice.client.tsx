'use client';

import { useReader } from '#components/preferences/use-reader.client.tsx';
import { THEMES, type Theme } from '#lib/model/preferences.ts';
import { chooseTheme, readerStore } from '#lib/preferences/reader-store.ts';

type Props = { legend: string; names: Record<Theme, string> };

/** The choice of colours: native radios in a named group, 44 px each. Needs scripts only to take
 *  effect without a page load. */
export function ThemeChoice({ legend, names }: Props) {
  const chosen = useReader((state) => state.theme);
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{legend}</legend>
      {THEMES.map((theme) => (
        <label key={theme} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="theme"
            value={theme}
            checked={chosen === theme}
            onChange={() => chooseTheme(readerStore, theme)}
            suppressHydrationWarning
            className="size-6 accent-link"
          />
          {names[theme]}
        </label>
      ))}
    </fieldset>
  );
}
