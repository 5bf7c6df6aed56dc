import { writeJsonLd } from '#lib/text/json-ld.ts';

type Props = { data: object };

/** What a page says in the terms of schema.org, for programs; readers see and hear nothing of it.
 *  The one place that puts JSON-LD onto a page. */
export function StructuredData({ data }: Props) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: writeJsonLd lets no markup through.
      dangerouslySetInnerHTML={{ __html: writeJsonLd(data) }}
    />
  );
}
