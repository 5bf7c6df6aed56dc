/** Reads a date as newsrooms write it: `2018-07-12`, `2018-07-12 10:00:00 +0700`, or ISO 8601. A
 *  date alone means midnight, and a time without a zone is taken as UTC. Null if it is no date. */
export function instantOf(text: string): string | null {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]\s*(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?)?\s*(UTC|Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text.trim(),
    );
  if (!parts) return null;
  const [, day = '', time = '00:00', seconds = ':00', zone = 'Z'] = parts;
  if (!isDayOfCalendar(day)) return null;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
  const instant = new Date(`${day}T${time}${seconds}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** JavaScript takes 30 February for 2 March. */
function isDayOfCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
