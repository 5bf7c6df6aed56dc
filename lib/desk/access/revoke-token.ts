import { findTokenById, revokeToken as revoke } from '#lib/store/tokens.ts';
import type { DeskForm } from '../forms.ts';
import { refusal } from '../refusal.ts';
import { seeOther } from '../see-other.ts';
import { decidesAbout } from './decides-about.ts';

/** Revokes a token, and with it every session that was opened by it: that of the visitor too. */
export const revokeToken: DeskForm = {
  scope: null,
  async run({ desk, visitor }, fields) {
    const token = await findTokenById(desk.store, fields.get('id') ?? '');
    if (token && !decidesAbout(visitor.token, token)) {
      return refusal(
        403,
        `The token “${token.name}” may do more than yours, so yours can’t revoke it.`,
      );
    }
    const revoked = token && (await revoke(desk.store, token.id, visitor.actor));
    if (!revoked) {
      const message = 'There is no such token, or it was revoked before.';
      return { to: '/desk/access', kind: 'problem', message, keeps: false };
    }
    if (revoked.id === visitor.token.id) return seeOther('/desk?sign-in=revoked');
    return {
      to: '/desk/access',
      kind: 'done',
      message: `The token “${revoked.name}” was revoked.`,
    };
  },
};
