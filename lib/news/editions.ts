import { readConfig } from '#lib/config/config.ts';
import type { LanguageCode } from '#lib/model/language.ts';

/** The editions that are switched on; the first is the default. */
export function editions(): readonly [LanguageCode, ...LanguageCode[]] {
  return readConfig(process.env).languages;
}

/** The edition that an address names; null if there is none. */
export function findEdition(code: string): LanguageCode | null {
  return editions().find((lang) => lang === code) ?? null;
}
