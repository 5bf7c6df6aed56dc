import { messagesOf } from '#lib/messages/languages.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame } from '#lib/model/views.ts';

type Props = { frame: EditionFrame };

/** The end of the page: the other editions, each named in itself and in its own language, and the
 *  pages about this site. */
export function Footer({ frame }: Props) {
  const { lang, siteName } = frame;
  const { footer } = messagesOf(lang);
  const others = frame.editions.filter((code) => code !== lang);
  const link = 'target px-2 text-ink';
  return (
    <footer className="shell mt-12 pb-10 text-note">
      <div className="border-ink border-t-4 border-double pt-6">
        {frame.isSample && (
          <p className="mb-6 border-alert border-s-4 bg-sheet p-4">{footer.sample}</p>
        )}
        <div className="flex flex-wrap items-start gap-x-12 gap-y-4 print:hidden">
          <p className="target font-head text-[1.25rem]">{siteName}</p>
          <ul className="flex flex-wrap gap-x-2">
            <li>
              <a href={paths.accessibility(lang)} className={link}>
                {footer.accessibility}
              </a>
            </li>
            <li>
              <a href={paths.settings(lang)} className={link}>
                {footer.settings}
              </a>
            </li>
            <li>
              <a href="#main" className={link}>
                {footer.top}
              </a>
            </li>
          </ul>
          {others.length > 0 && (
            <nav aria-label={footer.editions} className="md:ms-auto">
              <ul className="flex flex-wrap gap-x-2">
                {others.map((code) => (
                  <li key={code}>
                    <a
                      href={paths.front(code)}
                      lang={code}
                      dir={LANGUAGES[code].dir}
                      hrefLang={code}
                      className={link}
                    >
                      {LANGUAGES[code].name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </footer>
  );
}
