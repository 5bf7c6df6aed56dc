import { cacheLife } from 'next/cache';
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

/** The edition that an address names, or the default for what is no edition's address. */
export function editionOrDefault(code: string): LanguageCode {
  return findEdition(code) ?? editions()[0];
}

/** The name and address of the whole site. */
export async function siteFacts(): Promise<{ siteName: string; siteUrl: string }> {
  'use cache';
  cacheLife('max');
  const { siteName, siteUrl } = readConfig(process.env);
  return { siteName, siteUrl };
}
