import { instantOf } from '../dates.ts';
import { type Day, isDayOfCalendar, numericDay, wordyDay } from './days.ts';
import { zoneOffset } from './time-zones.ts';

/** Reads a date as feeds write it: RFC 822 in all its broken forms, W3C-DTF, those of `date` and of
 *  JavaScript, American ones. What has no zone is taken as UTC. Null if it is no date. */
export function feedInstant(text: string): string | null {
  const line = text.slice(0, 200).trim().replace(/\s+/g, ' ');
  if (/^\d{10}(?:\d{3})?$/.test(line)) {
    return new Date(Number(line.padEnd(13, '0'))).toISOString();
  }
  const instant = instantOf(line) ?? looseInstant(line);
  // The year 1 is what some programs write for “no date”.
  return instant && /^(?:19|[2-9]\d)\d\d-/.test(instant) ? instant : null;
}

/** With a colon, anywhere; then what stands behind it. */
const CLOCK =
  /(?:^|[\sT])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,:]\d+)?)?\s*(?:([ap])\.?m\b\.?)?(.*)$/i;

/** Without one only behind `2026-10-07T`: four digits elsewhere are a year. */
const COMPACT = /^T(\d{2})(\d{2})?(\d{2})?(?:[.,]\d+)?()(?!\d)(.*)$/i;

function looseInstant(line: string): string | null {
  const numeric = numericDay(line);
  const rest = numeric ? line.slice(numeric.length) : line;
  const time = CLOCK.exec(rest) ?? (numeric ? COMPACT.exec(rest) : null);
  const [, hours, minutes, seconds, half, behind = ''] = time ?? [];
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours ?? 0);
  const [minute, second] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  // A year may stand behind the time: “Wed Oct 7 14:05:00 CEST 2026”.
  const around = time ? `${rest.slice(0, time.index)} ${behind.replace(OFFSET, ' ')}` : rest;
  const day: Day | null = numeric?.day ?? wordyDay(around);
  if (!day || !isDayOfCalendar(day) || hour > 24 || minute > 59 || second > 60) return null;
  const local = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second);
  return new Date(local - zoneOffset(behind) * 60_000).toISOString();
}

const OFFSET = /[+-]\s*\d{1,2}:?\d{2}(?!\d)/;
