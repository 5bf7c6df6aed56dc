import { KNOWN_SECTIONS } from '#lib/model/sections.ts';
import { slugOf } from '#lib/text/slug.ts';
import type { Subject } from './wire-item.ts';

/** The sections of a paper for the 17 topics at the top of IPTC's tree (Media Topics, and the older
 *  Subject Codes, share these codes). */
const SECTIONS: Record<string, string> = {
  '01': 'culture',
  '02': 'news',
  '03': 'news',
  '04': 'economy',
  '05': 'news',
  '06': 'science',
  '07': 'health',
  '08': 'features',
  '09': 'economy',
  '10': 'culture',
  '11': 'politics',
  '12': 'culture',
  '13': 'science',
  '14': 'news',
  '15': 'sport',
  '16': 'world',
  '17': 'news',
};

/** Names that agencies use for what a paper calls otherwise. */
const NAMES: Record<string, string> = {
  economics: 'economy',
  finance: 'economy',
  sports: 'sport',
  entertainment: 'culture',
  international: 'world',
};

/** The section of a story by the first of its subjects that leads to one. A Subject Code begins
 *  with its top; a Media Topic (20000000 and up) tells it by what is broader, or by its name. */
export function sectionOfSubjects(subjects: Subject[], genres: string[]): string | undefined {
  for (const { codes } of subjects) {
    for (const code of codes) {
      const [, top = ''] = /(?:^|[:/])(\d{2})\d{6}$/.exec(code) ?? [];
      if (SECTIONS[top]) return SECTIONS[top];
    }
  }
  const names = [...subjects.map(({ name }) => name), ...genres].map((name) => slugOf(name));
  const sections = names.map((name) => NAMES[name] ?? name);
  return sections.find((name) => (KNOWN_SECTIONS as readonly string[]).includes(name));
}
