const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** An instant (ISO 8601) for a person: how far from now, and when. */
export function instantInWords(instant: string, now: number): string {
  const away = Date.parse(instant) - now;
  const [unit, length] = UNITS.find(([, each]) => Math.abs(away) >= each) ?? ['second', 1000];
  const exact = `${instant.slice(0, 16).replace('T', ' ')} UTC`;
  if (Math.abs(away) < 1000) return `now (${exact})`;
  return `${words.format(Math.trunc(away / length), unit)} (${exact})`;
}
