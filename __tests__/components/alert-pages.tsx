import type { ReactNode } from 'react';
import { DeskPage } from '#components/desk/DeskPage.tsx';
import type { AlertRecord } from '#lib/model/alert.ts';
import type { LinkedStory } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { alert as sample } from './sample.ts';
import { show } from './show.tsx';

/** What pages of the desk about alerts show in tests. */

export const record: AlertRecord = {
  ...sample,
  expires: '2026-10-07T11:42:00.000Z',
  waitsUntil: null,
  raisedBy: 'Night desk',
  note: 'The harbour called',
  ended: null,
  endedBy: null,
  endedWhy: null,
  endedNote: '',
};
export const persian: AlertRecord = {
  ...record,
  id: 'fa1',
  lang: 'fa',
  text: 'کشتی‌ها ایستادند',
  link: null,
};

export const noReply: Reply = {
  id: 'r',
  form: '',
  kind: 'draft',
  message: '',
  fields: {},
  problems: [],
};

export const story: LinkedStory = {
  path: '/fa/articles/a',
  lang: 'fa',
  headline: 'کشتی‌های شبانه',
  published: '2026-10-07T06:30:00.000Z',
  state: 'published',
  releaseAt: null,
};

/** Shows what stands on a page of the desk. */
export function showDesk(page: ReactNode, reply: Reply | null = null) {
  return show(
    <DeskPage title="Alerts" siteName="Harbour" current="alerts" name="Night desk" reply={reply}>
      {page}
    </DeskPage>,
  );
}
