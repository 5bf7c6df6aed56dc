import type { Alert, AlertRecord } from '#lib/model/alert.ts';

/** One line about an alert: id, edition, text, where it leads, until when. */
export function describeAlert(alert: Alert): string {
  const until = alert.expires ? `until ${alert.expires}` : 'until it is cleared';
  return `${nameOf(alert)}, since ${alert.raised}, ${until}`;
}

/** One line about an alert for the newsroom: with who, when and why. */
export function describeAlertRecord(alert: AlertRecord): string {
  const { waitsUntil, raised, raisedBy, note, ended } = alert;
  const by = raisedBy === null ? '' : ` by ${raisedBy}`;
  const why = note === '' ? '' : ` (${note})`;
  if (ended !== null) {
    const began = alert.endedWhy === 'undone' ? '' : `, raised ${raised}`;
    return `${nameOf(alert)}${began}${by}${why}, ${endOf(alert)}`;
  }
  if (waitsUntil !== null) return `${nameOf(alert)}, WAITS, goes out ${waitsUntil}${by}${why}`;
  return `${describeAlert(alert)}${by && `, raised${by}`}${why}`;
}

function nameOf({ id, lang, text, link, emergency }: Alert): string {
  const mark = emergency ? ' EMERGENCY' : '';
  return `${id} [${lang}]${mark} “${text}”${link ? ` → ${link}` : ''}`;
}

function endOf({ ended, endedBy, endedWhy, endedNote }: AlertRecord): string {
  const by = endedBy === null ? '' : ` by ${endedBy}`;
  const why = endedNote === '' ? '' : ` (${endedNote})`;
  if (endedWhy === 'expired') return `ran out ${ended}`;
  if (endedWhy === 'undone') return `undone ${ended}${by}, before it went out`;
  return `cleared ${ended}${by}${why}`;
}
