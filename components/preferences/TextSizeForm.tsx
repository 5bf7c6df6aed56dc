import { InlineScript } from '#components/ui/InlineScript.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { TEXT_SIZES } from '#lib/model/preferences.ts';
import { CHECK_CHOSEN } from '#lib/preferences/early-scripts.ts';
import { ChosenNow } from './ChosenNow.tsx';
import { TextSize } from './TextSize.client.tsx';

type Props = { lang: LanguageCode; returnTo: string };

/** The text size control in a form that works without scripts: then it has a button, and says in
 *  words which size was chosen. The target of "Skip to reading settings". */
export function TextSizeForm({ lang, returnTo }: Props) {
  const { textSize } = messagesOf(lang);
  const sizes = {
    xs: { label: textSize.xs, name: textSize.xsName },
    sm: { label: textSize.sm, name: textSize.smName },
    md: { label: textSize.md, name: textSize.mdName },
    lg: { label: textSize.lg, name: textSize.lgName },
  };
  return (
    <form
      id="settings"
      tabIndex={-1}
      action="/api/preferences"
      method="post"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden"
    >
      <input type="hidden" name="return" value={returnTo} />
      <TextSize legend={textSize.legend} sizes={sizes} />
      <InlineScript code={CHECK_CHOSEN} />
      <noscript>
        <ChosenNow
          label={textSize.now}
          choices={TEXT_SIZES.map((size) => ({ value: size, name: sizes[size].label }))}
        />
        <button
          type="submit"
          className="target cursor-pointer rounded border border-control px-4 text-note font-bold"
        >
          {textSize.apply}
        </button>
      </noscript>
    </form>
  );
}
