import { SearchForm } from '#components/search/SearchForm.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { paths } from '#lib/model/paths.ts';
import type { EditionFrame } from '#lib/model/views.ts';

type Props = {
  frame: EditionFrame;
  section: string | undefined;
  query: string | undefined;
  hasSettings: boolean;
};

/** The banner: the paper's name, search, the way to the reading settings, and the sections. It
 *  scrolls away with the page, so it never covers what has focus. */
export function Masthead({ frame, section, query, hasSettings }: Props) {
  const { lang, siteName } = frame;
  const { header } = messagesOf(lang);
  return (
    <header className="border-hair border-b print:border-0">
      <div className="shell flex flex-wrap items-center gap-x-6 gap-y-1 pt-3">
        <a
          href={paths.front(lang)}
          aria-label={formatMessage(header.home, { site: siteName }, lang)}
          className="quiet-link target justify-start gap-3 font-(family-name:--head-face) font-(weight:--head-weight) text-[1.75rem] leading-tight"
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-alert">
            <circle cx="8" cy="8" r="8" />
          </svg>
          {siteName}
        </a>
        {/* Of a fixed width, so that nothing moves while the page comes in bit by bit. */}
        <div className="ms-auto grid w-full grid-cols-[minmax(0,1fr)_2.75rem] items-center gap-2 sm:w-[21rem] print:hidden">
          <SearchForm lang={lang} query={query} />
          <a
            href={hasSettings ? '#settings' : paths.settings(lang)}
            className="target rounded border border-control font-bold text-ink text-note no-underline"
          >
            <span aria-hidden="true">Aa</span>
            <span className="sr-only">{header.settings}</span>
          </a>
        </div>
        <nav
          id="navigation"
          tabIndex={-1}
          aria-label={header.navigation}
          className="w-full print:hidden"
        >
          <ul className="-mx-2 flex flex-wrap">
            {frame.sections.map((known) => (
              <li key={known.slug}>
                <a
                  href={paths.section(lang, known.slug)}
                  aria-current={known.slug === section ? 'true' : undefined}
                  className="quiet-link target px-2 font-bold text-note aria-[current]:border-alert aria-[current]:border-b-3 aria-[current]:pt-[3px]"
                >
                  {sectionName(known, lang)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
