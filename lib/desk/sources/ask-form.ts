import { plainLine } from '#lib/model/plain-line.ts';
import { askSoon } from '#lib/store/sources.ts';
import type { DeskForm } from '../forms.ts';

const to = '/desk/sources';

/** Has a source asked now, whatever its time. */
export const askForm: DeskForm = {
  scope: 'publish',
  async run({ desk, visitor }, fields) {
    if (desk.config.feeds === null) {
      const message = 'No source is asked here, since LEDE_FEEDS names no list.';
      return { to, kind: 'problem', message, keeps: false };
    }
    const asked = await askSoon(desk.store, plainLine(fields.get('address') ?? ''), visitor.actor);
    if (!asked) {
      const message = 'There is no such source. It may have left the list.';
      return { to, kind: 'problem', message, keeps: false };
    }
    const message = asked.isAsking
      ? `“${asked.name}” is being asked at this moment. Load the page again to see what comes of it.`
      : `“${asked.name}” is asked now. Load the page again in a few seconds to see what came of it.`;
    return { to, kind: 'done', message };
  },
};
