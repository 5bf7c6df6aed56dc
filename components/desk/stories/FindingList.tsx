import { InLanguage } from '#components/desk/InLanguage.tsx';
import type { ToldFinding } from '#lib/model/desk-stories.ts';
import type { Finding } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';

type Props = {
  findings: ToldFinding[];
  lang: LanguageCode;
  /** Level of the headings over the groups. */
  heading: 'h3' | 'h4';
};

const GROUPS = [
  { severity: 'serious', title: 'Serious: some readers miss what the story says' },
  { severity: 'minor', title: 'Minor: some readers get it with more effort' },
] as const;

const PLACES: Record<Finding['where']['kind'], string> = {
  headline: 'In the headline',
  standfirst: 'In the standfirst',
  image: 'The picture over the story',
  author: 'At an author',
  body: 'In the text',
};

/** What the audit found in a version, the serious first, each with its exact place and the way there. */
export function FindingList({ findings, lang, heading: Heading }: Props) {
  if (findings.length === 0) return <p className="mt-2 text-plain">Nothing was found.</p>;
  return GROUPS.map(({ severity, title }) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) return null;
    return (
      <div key={severity}>
        <Heading className="mt-5 font-bold text-plain">{title}</Heading>
        <ul>
          {group.map((finding) => (
            <li key={finding.number} className="mt-3 border-control border-s-4 ps-4 text-plain">
              <Told finding={finding} lang={lang} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function Told({ finding, lang }: { finding: ToldFinding; lang: LanguageCode }) {
  const { number, rule, message, where, mark } = finding;
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        <strong>Finding {number}.</strong> {message}
      </p>
      <p className="text-note text-quiet [overflow-wrap:anywhere]">
        {PLACES[where.kind]}: “<InLanguage lang={lang}>{where.excerpt}</InLanguage>
        ”. Rule: {rule}.
      </p>
      {mark && (
        <p>
          <a href={`#${mark}`} className="target-text text-note">
            Go to finding {number} in the text
          </a>
        </p>
      )}
    </>
  );
}
