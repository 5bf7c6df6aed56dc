import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isLanguageCode, LANGUAGE_CODES, type LanguageCode } from '#lib/model/language.ts';
import { type FetchHost, parseFetchHosts } from './fetch-hosts.ts';

/** A setting that Lede can't start with. The message is for the operator. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export type Config = {
  /** `file:<path>`, `file::memory:` or `postgres://…`. */
  database: string;
  /** Absolute path of the folder that holds the made pictures. */
  media: string;
  /** Where readers reach the site, without a slash at the end. */
  siteUrl: string;
  siteName: string;
  /** Editions that are switched on; the first is the default. Never empty. */
  languages: readonly [LanguageCode, ...LanguageCode[]];
  /** Whether an empty store is given the sample edition. */
  sample: boolean;
  /** IANA name of the time zone in which dates are shown. */
  timeZone: string;
  /** Hosts outside of the public internet that may be asked for stories and pictures. */
  fetchHosts: readonly FetchHost[];
  /** Absolute path of the file that lists the sources to be asked; null if there is none. */
  feeds: string | null;
  /** How many live streams one instance keeps open. */
  streamLimit: number;
  host: string;
  port: number;
};

const schema = z.object({
  LEDE_DATABASE: z
    .string()
    .refine(
      isDatabase,
      'must be file:<path>, as file:./data/lede.db, or postgres://user:password@host/database',
    )
    .default('file:./data/lede.db'),
  LEDE_MEDIA: z.string().min(1).default('./data/media'),
  LEDE_SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an http or https address, as https://news.example',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LEDE_SITE_NAME: z.string().trim().min(1).max(80).default('Lede'),
  LEDE_LANGS: z.string().transform(parseLanguages).optional(),
  LEDE_SAMPLE: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LEDE_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone name, as Europe/Oslo')
    .default('UTC'),
  LEDE_FETCH_HOSTS: z.string().transform(parseFetchHosts).optional(),
  LEDE_FEEDS: z.string().min(1).optional(),
  LEDE_STREAM_LIMIT: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(1_000_000, 'must be at most 1000000')
    .default(10_000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be a port number')
    .max(65535, 'must be a port number up to 65535')
    .default(3000),
});

/** Reads the settings from an environment. A name with `_FILE` behind it points to a file that
 *  holds the value. Throws ConfigError with a sentence that names the setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = Object.keys(schema.shape).map((name) => [name, settingOf(name, env)]);
  const parsed = schema.safeParse(Object.fromEntries(values));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    const value = withoutPassword(settingOf(name, env) ?? '');
    throw new ConfigError(`${name} ${issue?.message}. It is “${value}”.`);
  }
  const settings = parsed.data;
  return {
    database: settings.LEDE_DATABASE,
    media: path.resolve(settings.LEDE_MEDIA),
    siteUrl: settings.LEDE_SITE_URL ?? `http://localhost:${settings.PORT}`,
    siteName: settings.LEDE_SITE_NAME,
    languages: settings.LEDE_LANGS ?? LANGUAGE_CODES,
    sample: settings.LEDE_SAMPLE === 'on',
    timeZone: settings.LEDE_TIME_ZONE,
    fetchHosts: settings.LEDE_FETCH_HOSTS ?? [],
    feeds: settings.LEDE_FEEDS ? path.resolve(settings.LEDE_FEEDS) : null,
    streamLimit: settings.LEDE_STREAM_LIMIT,
    host: settings.HOST,
    port: settings.PORT,
  };
}

/** An empty value counts as not set, as in a compose file with nothing behind the equals sign. */
function settingOf(name: string, env: Record<string, string | undefined>): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    throw new ConfigError(`${name}_FILE names the file “${file}”, which can't be read.`);
  }
}

function isDatabase(value: string): boolean {
  return /^file:./.test(value) || (/^postgres(?:ql)?:\/\/./.test(value) && URL.canParse(value));
}

/** What is said about a setting goes into logs. */
function withoutPassword(value: string): string {
  return value.replace(/(:\/\/[^:/@]*):.*@/, '$1:…@');
}

function parseLanguages(list: string, context: z.RefinementCtx): Config['languages'] {
  const codes = [...new Set(list.split(/[\s,]+/).filter(Boolean))];
  const unknown = codes.filter((code) => !isLanguageCode(code));
  const [first, ...others] = codes.filter(isLanguageCode);
  if (first && unknown.length === 0) return [first, ...others];
  context.addIssue({
    code: 'custom',
    message: `must list editions among ${LANGUAGE_CODES.join(', ')}`,
    input: list,
  });
  return z.NEVER;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
