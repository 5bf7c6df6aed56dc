/** Scripts that CLDR knows by one name and Unicode by several. */
const SCRIPTS: Record<string, readonly string[]> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
};

/** Addresses are in Latin letters in every language. */
const ADDRESSES = /(?:https?:\/\/|www\.|\b[\w.+-]{1,64}@)\S+/gi;

const runsByLang = new Map<string, RegExp | null>();

/** The stretches of a text that are in another script than the language is written in, in their
 *  order. None for a language that nobody knows. */
export function foreignRuns(text: string, lang: string): string[] {
  const run = runIn(lang);
  return run ? [...text.replace(ADDRESSES, ' ').matchAll(run)].map(([found]) => found.trim()) : [];
}

/** How many letters a text has, of any script. */
export function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function runIn(lang: string): RegExp | null {
  const known = runsByLang.get(lang);
  if (known !== undefined) return known;
  const own = scriptsOf(lang).map((script) => `\\p{Script=${script}}`);
  const foreign = `[\\p{L}--[${own.join('')}\\p{Script=Zyyy}\\p{Script=Zinh}]]`;
  const run = own.length > 0 ? new RegExp(`${foreign}(?:${foreign}|\\P{L})*`, 'gv') : null;
  runsByLang.set(lang, run);
  return run;
}

function scriptsOf(lang: string): readonly string[] {
  try {
    const { script } = new Intl.Locale(lang).maximize();
    return script ? (SCRIPTS[script] ?? [script]) : [];
  } catch {
    return [];
  }
}
