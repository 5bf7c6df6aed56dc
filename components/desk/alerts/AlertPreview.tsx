import { messagesOf } from '#lib/messages/languages.ts';
import type { DraftEdition } from '#lib/model/alert-draft.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { formatTime } from '#lib/text/dates.ts';

type Props = {
  edition: DraftEdition;
  /** ISO 8601. */
  goesOut: string;
  timeZone: string;
};

/** The banner as readers of an edition will see it, in its language, with the classes of
 *  components/alert. It is no region and has no buttons: here it is not news but a picture of it. */
export function AlertPreview({ edition: { lang, text, stories }, goesOut, timeZone }: Props) {
  const [story, ...others] = stories;
  return (
    <div
      lang={lang}
      dir={LANGUAGES[lang].dir}
      className="on-alert mt-3 bg-alert px-4 py-1 text-on-alert"
    >
      <p className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 py-2 text-plain">
        <strong className="rounded-sm border border-on-alert px-2 text-note uppercase tracking-wider">
          {messagesOf(lang).alert.word}
        </strong>
        <time dateTime={goesOut} className="text-note md:order-last md:ms-auto">
          {formatTime(goesOut, lang, timeZone)}
        </time>
        <span className="w-full font-bold md:w-auto">
          {story && others.length === 0 ? (
            <a href={story.path} className="target-text text-on-alert">
              {text}
            </a>
          ) : (
            text
          )}
        </span>
      </p>
    </div>
  );
}
