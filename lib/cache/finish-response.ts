import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityPolicy } from './security-policy.ts';

/** Headers that every answer carries. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Gives an answer the headers that all carry, and makes sure that no page leaves without its
 *  security policy: one that did not pass the page cache (an error page, a page in development) is
 *  held back until it is whole, and gets its policy then. */
export function finishResponse(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  // TODO
}
