import { isLanguageCode, type LanguageCode } from '#lib/model/language.ts';

type StoryWords = {
  /** Heading over footnotes. */
  notes: string;
  /** Link from a footnote back to its place. */
  back: string;
  /** Name of a table that has neither a caption nor a heading. */
  table: string;
  /** Link to a moving picture that stands on another site. */
  video: string;
};

/** The few words that are written into a story when it comes in. All others stand in lib/messages,
 *  which this side of the house doesn't know. */
const WORDS: Record<LanguageCode, StoryWords> = {
  en: {
    notes: 'Notes',
    back: 'Back to the text',
    table: 'Table',
    video: 'Watch the video on YouTube',
  },
  fa: { notes: 'یادداشت‌ها', back: 'بازگشت به متن', table: 'جدول', video: 'تماشای ویدیو در یوتیوب' },
  km: {
    notes: 'កំណត់សម្គាល់',
    back: 'ត្រឡប់ទៅអត្ថបទវិញ',
    table: 'តារាង',
    video: 'ទស្សនាវីដេអូនៅលើ YouTube',
  },
};

/** The words for a story in this language; English where Lede doesn't speak it. */
export function storyWords(lang: string): StoryWords {
  return WORDS[isLanguageCode(lang) ? lang : 'en'];
}
