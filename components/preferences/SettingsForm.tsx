import { InlineScript } from '#components/ui/InlineScript.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import { ALERT_MODES, THEMES } from '#lib/model/preferences.ts';
import { CHECK_CHOSEN } from '#lib/preferences/early-scripts.ts';
import { AlertModes } from './AlertModes.client.tsx';
import { ChosenNow } from './ChosenNow.tsx';
import { TextSizeForm } from './TextSizeForm.tsx';
import { ThemeChoice } from './ThemeChoice.client.tsx';

type Props = { lang: LanguageCode };

/** Every reading setting on one page, with a sample that shows the effect at once. Works without
 *  scripts. */
export function SettingsForm({ lang }: Props) {
  const { settings: words, theme, alertMode } = messagesOf(lang);
  const path = paths.settings(lang);
  return (
    <div className="measure">
      <h1 className="text-headline">{words.title}</h1>
      <p className="mt-3 text-plain">{words.intro}</p>
      <div className="mt-6 border-hair border-y py-4">
        <TextSizeForm lang={lang} returnTo={path} />
      </div>
      <form action="/api/preferences" method="post" className="mt-6 text-plain">
        <input type="hidden" name="return" value={path} />
        <ThemeChoice legend={theme.legend} names={theme} />
        <div className="mt-6">
          <AlertModes words={alertMode} />
        </div>
        <InlineScript code={CHECK_CHOSEN} />
        <noscript>
          <ChosenNow
            label={theme.now}
            choices={THEMES.map((value) => ({ value, name: theme[value] }))}
          />
          <ChosenNow
            label={alertMode.current}
            choices={ALERT_MODES.map((value) => ({ value, name: alertMode[value] }))}
          />
          <button
            type="submit"
            className="target mt-4 cursor-pointer rounded border border-control px-4 font-bold"
          >
            {words.save}
          </button>
        </noscript>
      </form>
      <h2 className="mt-8 font-bold font-text text-note text-quiet">{words.sampleLabel}</h2>
      <div className="story mt-2 bg-sheet p-4">
        <p>{words.sample}</p>
      </div>
    </div>
  );
}
