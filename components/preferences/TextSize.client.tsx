'use client';

import { useReader } from '#components/preferences/use-reader.client.tsx';
import { type TextSize as Size, TEXT_SIZES } from '#lib/model/preferences.ts';
import { chooseTextSize, readerStore } from '#lib/preferences/reader-store.ts';

type Props = {
  legend: string;
  /** What stands on each choice, and its accessible name, which begins with that (WCAG 2.5.3). */
  sizes: Record<Size, { label: string; name: string }>;
};

const LETTERS = {
  xs: 'text-[0.875rem]',
  sm: 'text-[1rem]',
  md: 'text-[1.125rem]',
  lg: 'text-[1.375rem]',
};

/** The text size control: four native radios in a named group, each 44 px or more, the chosen one
 *  in reversed colours with a border of its own. Needs scripts only to take effect without a page
 *  load. */
export function TextSize({ legend, sizes }: Props) {
  const chosen = useReader((state) => state.size);
  return (
    <fieldset>
      <legend className="float-start me-3 flex min-h-11 items-center text-note text-quiet">
        {legend}
      </legend>
      <div className="inline-flex rounded-md border border-control">
        {TEXT_SIZES.map((size) => (
          <label
            key={size}
            className={`size-choice target cursor-pointer px-3 font-bold ${LETTERS[size]}`}
          >
            <input
              type="radio"
              name="size"
              value={size}
              checked={chosen === size}
              onChange={() => chooseTextSize(readerStore, size)}
              suppressHydrationWarning
              aria-label={sizes[size].name}
              className="sr-only"
            />
            {sizes[size].label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
