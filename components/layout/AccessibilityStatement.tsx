import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf } from '#lib/messages/languages.ts';
import type { EditionFrame } from '#lib/model/views.ts';

type Props = { frame: EditionFrame };

/** What the site promises, how to use it, and what to do where it fails a reader. */
export function AccessibilityStatement({ frame }: Props) {
  const { accessibility: words } = messagesOf(frame.lang);
  const tools = [words.toolSkip, words.toolSize, words.toolScheme, words.toolNoScript];
  return (
    <div className="measure">
      <h1 className="text-headline">{words.title}</h1>
      <div className="story mt-6">
        <p>{formatMessage(words.intro, { site: frame.siteName }, frame.lang)}</p>
        <h2>{words.standardTitle}</h2>
        <p>{words.standard}</p>
        <h2>{words.toolsTitle}</h2>
        <ul>
          {tools.map((tool) => (
            <li key={tool}>{tool}</li>
          ))}
        </ul>
        <h2>{words.contactTitle}</h2>
        <p>{words.contact}</p>
      </div>
    </div>
  );
}
