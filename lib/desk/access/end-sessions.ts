import { endSession as end } from '#lib/store/sessions.ts';
import type { DeskForm } from '../forms.ts';
import { seeOther } from '../see-other.ts';
import { readAccess } from './read-access.ts';

/** Ends one session. To end the one in which it is asked is to sign out. */
export const endSession: DeskForm = {
  scope: null,
  async run({ desk, visitor }, fields) {
    const { sessions } = await readAccess(desk, visitor);
    const wanted = sessions.find(({ id, mayEnd }) => mayEnd && id === fields.get('id'));
    if (wanted?.isOwn) {
      await end(desk.store, wanted.id, 'session.closed', visitor.actor);
      return seeOther('/desk?sign-in=out');
    }
    const ended = wanted && (await end(desk.store, wanted.id, 'session.revoked', visitor.actor));
    if (!ended) {
      const message = 'That session is not open any more, or your token may not end it.';
      return { to: '/desk/access', kind: 'problem', message, keeps: false };
    }
    return {
      to: '/desk/access',
      kind: 'done',
      message: `A session of “${wanted.name}” was ended.`,
    };
  },
};

/** Ends all sessions but the one in which it is asked, as far as the token reaches. */
export const endOtherSessions: DeskForm = {
  scope: null,
  async run({ desk, visitor }) {
    const { sessions } = await readAccess(desk, visitor);
    const others = sessions.filter(({ isOwn, mayEnd }) => mayEnd && !isOwn);
    for (const { id } of others) await end(desk.store, id, 'session.revoked', visitor.actor);
    const message = `Sessions ended: ${others.length}. Yours goes on.`;
    return { to: '/desk/access', kind: 'done', message };
  },
};
