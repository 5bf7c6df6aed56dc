import { createHash } from 'node:crypto';

/** What a story’s frames may show: a page of ours, and players if a reader asks for one. */
const FRAMES = "'self' https://www.youtube-nocookie.com https://player.vimeo.com";

/** What would let a script, a style or a host that is not ours into a page, given its headers and
 *  its HTML. Answers a sentence for each. */
export function weaknessesOf(html: string, headers: Record<string, string>): string[] {
  const policy = directivesOf(headers['content-security-policy'] ?? '');
  const scripts = [...html.matchAll(/<script\b(?<attributes>[^>]*)>(?<code>.*?)<\/script>/gis)].map(
    ({ groups }) => ({ attributes: groups?.attributes ?? '', code: groups?.code ?? '' }),
  );
  // JSON-LD is data: it never runs, whatever it holds (HTML, 4.12.1).
  const inline = scripts.filter(
    ({ attributes }) => !/\ssrc=|^ type="application\/ld\+json"$/.test(attributes),
  );
  const hashes = inline.map(({ code }) => `'sha256-${sha256(code)}'`);
  const markup = html.replaceAll(/<script\b.*?<\/script>/gis, '');
  const frames = markup.match(/<iframe\b[^>]*>/gi) ?? [];
  return [
    ...missing(policy, { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'self'" }),
    ...missing(policy, { 'frame-ancestors': "'none'", 'style-src': "'self'" }),
    ...(policy.get('script-src') ?? ['nothing'])
      .filter((source) => source !== "'self'" && !hashes.includes(source))
      .map((source) => `script-src lets in ${source}, which is no script of this page.`),
    ...hashes
      .filter((hash) => !policy.get('script-src')?.includes(hash))
      .map((hash) => `script-src stops ${hash}, a script of this page.`),
    ...(hashes.length === 0 ? ['There is no inline script, so nothing was checked.'] : []),
    ...(frames.length > 0 || policy.has('frame-src')
      ? missing(policy, { 'frame-src': FRAMES })
      : []),
    ...frames.filter((frame) => !/\ssrc="\/embeds\/[^"]*"/.test(frame) || /\ssrcdoc=/.test(frame)),
    ...[...policy]
      .filter(([name]) => name !== 'frame-src')
      .flatMap(([name, sources]) =>
        sources
          .filter((source) => /unsafe|nonce|\*|https?:/.test(source))
          .map((source) => `${name} is too wide: ${source}`),
      ),
    ...(markup.match(/<[a-z][^>]*\s(?:style|on[a-z]+)=[^>]*>/gi) ?? []),
    ...(markup.match(/<(?:style|object|embed|base)\b[^>]*>/gi) ?? []),
    ...(html.match(/<[a-z][^>]*\s(?:src|href|action)="(?:javascript|data):[^>]*>/gi) ?? []),
    ...scripts
      .map(({ attributes }) => /\ssrc="(?!\/_next\/)[^"]*"/.exec(attributes)?.[0])
      .filter((source) => source !== undefined),
  ];
}

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

function missing(policy: Map<string, string[]>, wanted: Record<string, string>): string[] {
  return Object.entries(wanted)
    .filter(([name, sources]) => policy.get(name)?.join(' ') !== sources)
    .map(([name]) => `${name} is ${policy.get(name)?.join(' ') ?? 'not there'}.`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
