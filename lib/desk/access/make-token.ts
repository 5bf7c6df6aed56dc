import { createToken } from '#lib/store/tokens.ts';
import type { DeskForm } from '../forms.ts';
import { newTokenPage } from './new-token-page.ts';
import { readTokenForm } from './read-token-form.ts';

/** Makes a token. Its secret goes out in the answer to the form itself, which nothing keeps: neither
 *  the store, where a reply would stand readable with the session, nor an address or a cache. */
export const makeToken: DeskForm = {
  scope: null,
  async run({ desk, visitor }, fields) {
    const input = readTokenForm(fields, visitor.token);
    if (Array.isArray(input)) {
      const message = 'No token was made.';
      return { to: '/desk/access', kind: 'problem', message, problems: input };
    }
    const { token, secret } = await createToken(desk.store, input, visitor.actor);
    return newTokenPage(token, secret, desk.config.timeZone);
  },
};
