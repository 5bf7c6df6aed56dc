import { createHash } from 'node:crypto';
import { PLAYER_NAMES, PLAYERS } from '#lib/model/video-players.ts';

/** An inline script, or any other tag: that is met whole, so that `<script` in one of its values, which
 *  HTML need not escape there, does not begin one. */
const TAG =
  /<script(?![^>]*\ssrc=)(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/g;

/** What a frame may show: a page of ours, until a reader asks for a player. */
const FRAMES = ["'self'", ...PLAYER_NAMES.map((name) => PLAYERS[name].origin)].join(' ');

/** The Content-Security-Policy of a finished page: this site alone, and of inline scripts exactly
 *  those that stand in it, by their SHA-256 (CSP Level 3, 8.4). Data blocks such as JSON-LD don't
 *  run and need no hash. Only where a frame stands in the page may there be one. */
export function securityPolicy(html: string): string {
  const hashes = new Set<string>();
  for (const { groups } of html.matchAll(TAG)) {
    if (groups?.code === undefined) continue;
    if (/type="(?:application\/(?:ld\+)?json|speculationrules)"/.test(groups.attributes ?? '')) {
      continue;
    }
    const digest = createHash('sha256').update(groups.code).digest('base64');
    hashes.add(`'sha256-${digest}'`);
  }
  return [
    "default-src 'none'",
    `script-src 'self' ${[...hashes].join(' ')}`.trimEnd(),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ...(html.includes('<iframe ') ? [`frame-src ${FRAMES}`] : []),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
