import type { Reply } from '#lib/model/desk-reply.ts';

type Props = { reply: Reply };

/** What came of the last form, before the heading, so that it is the first thing in the content, in a
 *  region of its own. No live region: screen readers skip one that arrives together with its text,
 *  and the title of the page, which they say first, tells it already (WCAG 2.2, 4.1.3, is for pages
 *  that stay). A problem leads to each field that has one (3.3.1). */
export function ReplyNote({ reply }: Props) {
  if (reply.kind === 'draft') return null;
  const isProblem = reply.kind === 'problem';
  return (
    <section
      id="reply"
      aria-label={isProblem ? 'Not done' : 'Done'}
      className={`mb-6 border-s-4 bg-sheet p-4 text-plain ${isProblem ? 'border-alert' : 'border-control'}`}
    >
      <p className="font-bold">
        {isProblem ? 'Not done: ' : 'Done: '}
        {reply.message}
      </p>
      {reply.problems.length > 0 && (
        <ul className="mt-2">
          {reply.problems.map(({ field, message }) => (
            <li key={field + message}>
              <a href={`#${field}`} className="target-text">
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
