import { messagesOf } from '#lib/messages/languages.ts';
import { LANGUAGE_CODES, type LanguageCode } from '#lib/model/language.ts';
import { TEXT_SIZES, type TextSize } from '#lib/model/preferences.ts';

export const EDITIONS = LANGUAGE_CODES;
export type Edition = LanguageCode;

export const SIZES = TEXT_SIZES;
export type Size = TextSize;

/** The names by which CONTRACT.md lets readers and tests find things. */
export type ContractWords = {
  skipLinks: string;
  toMain: string;
  toNavigation: string;
  toSearch: string;
  toSettings: string;
  toAlert: string;
  breakingNews: string;
  dismiss: string;
  textSize: string;
  sizes: Record<Size, { label: string; name: string }>;
};

/** English as CONTRACT.md has it, word by word: a change of these is a change of the contract. */
const ENGLISH: ContractWords = {
  skipLinks: 'Accessibility links',
  toMain: 'Skip to main content',
  toNavigation: 'Skip to navigation',
  toSearch: 'Skip to search',
  toSettings: 'Skip to reading settings',
  toAlert: 'Skip to breaking news',
  breakingNews: 'Breaking news',
  dismiss: 'Dismiss breaking news',
  textSize: 'Text size',
  sizes: {
    xs: { label: 'XS', name: 'XS, extra small' },
    sm: { label: 'SM', name: 'SM, small' },
    md: { label: 'MD', name: 'MD, medium' },
    lg: { label: 'LG', name: 'LG, large' },
  },
};

/** What an edition calls the things of the contract. */
export function wordsOf(edition: Edition): ContractWords {
  if (edition === 'en') return ENGLISH;
  const { skipLinks, alert, textSize } = messagesOf(edition);
  return {
    skipLinks: skipLinks.label,
    toMain: skipLinks.main,
    toNavigation: skipLinks.navigation,
    toSearch: skipLinks.search,
    toSettings: skipLinks.settings,
    toAlert: skipLinks.alert,
    breakingNews: alert.title,
    dismiss: alert.dismiss,
    textSize: textSize.legend,
    sizes: {
      xs: { label: textSize.xs, name: textSize.xsName },
      sm: { label: textSize.sm, name: textSize.smName },
      md: { label: textSize.md, name: textSize.mdName },
      lg: { label: textSize.lg, name: textSize.lgName },
    },
  };
}
