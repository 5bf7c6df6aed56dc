import type { SafeHtml } from '#lib/model/safe-html.ts';

type Props = { html: SafeHtml };

/** The text of a story. The one place where HTML from outside comes onto a page, and it takes only
 *  what went through the allow-list; headings in it begin at level 2. */
export function StoryHtml({ html }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml is what lib/text/sanitise made.
  return <div className="story" dangerouslySetInnerHTML={{ __html: html }} />;
}
