import type { Hue } from './colour-names.ts';

/** In English a colour’s name stands in names too (the Red Cross): here it must point at something
 *  on the page. */
const NOUNS =
  'text|words?|names?|cells?|rows?|columns?|lines?|ones|items?|entries|figures?|numbers?|dates?|areas?|bars?|parts?|dots?|boxes|box';

const WORDS: Record<string, Partial<Record<Hue, string>>> = {
  fa: {
    red: 'قرمز|سرخ',
    orange: 'نارنجی',
    yellow: 'زرد',
    green: 'سبز',
    blue: 'آبی',
    purple: 'بنفش',
    pink: 'صورتی',
    brown: 'قهوه‌ای',
  },
  km: {
    red: 'ពណ៌ក្រហម',
    orange: 'ពណ៌ទឹកក្រូច',
    yellow: 'ពណ៌លឿង',
    green: 'ពណ៌បៃតង',
    blue: 'ពណ៌ខៀវ',
    purple: 'ពណ៌ស្វាយ',
    pink: 'ពណ៌ផ្កាឈូក',
    brown: 'ពណ៌ត្នោត',
  },
};

/** Persian speaks of “رنگ” when it means the colour, not a name that holds it. */
function patternOf(hue: Hue, lang: string): RegExp {
  const words = WORDS[lang]?.[hue];
  if (!words)
    return new RegExp(`\\b(?:in|coloured|colored) ${hue}\\b|\\b${hue} (?:${NOUNS})\\b`, 'iu');
  return lang === 'fa'
    ? new RegExp(`رنگ (?:${words})|(?:${words})[\\s‌]?رنگ`, 'u')
    : new RegExp(words, 'u');
}

/** Whether a text points its readers at what has this colour: “the dates in red”. */
export function pointsAtColour(text: string, hue: Hue, lang: string): boolean {
  return patternOf(hue, lang).test(text);
}
