import type { Alert, AlertRecord } from '#lib/model/alert.ts';
import type { AlertRow } from './schema.ts';

/** An alert as readers have it. */
export function alertOf(row: AlertRow): Alert {
  return {
    id: row.id,
    lang: row.lang,
    text: row.text,
    link: row.link,
    raised: row.raised,
    expires: row.expires,
    emergency: row.emergency === 1,
  };
}

/** An alert as the newsroom has it. */
export function alertRecordOf(row: AlertRow): AlertRecord {
  return {
    ...alertOf(row),
    waitsUntil: row.waits_until,
    raisedBy: row.raised_by,
    note: row.note,
    ended: row.ended,
    endedBy: row.ended_by,
    endedWhy: row.ended_why,
    endedNote: row.ended_note,
  };
}
