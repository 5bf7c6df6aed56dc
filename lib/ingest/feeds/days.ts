const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export type Day = { year: number; month: number; day: number };

/** `2026-10-07`, `2026/10/7`, `20261007`, `2026-10`, `2026`, `2026-280`, `10/7/2026`, `7.10.2026`. */
export function numericDay(line: string): { day: Day; length: number } | null {
  const iso = /^(\d{4})(?:([-/.]?)(\d{2}|\d)(?:\2(\d{1,2}))?)?(?=$|[T ,])/i.exec(line);
  const ordinal = /^(\d{4})-?(\d{3})(?=$|T)/i.exec(line);
  const western = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T ,])/.exec(line);
  if (ordinal) {
    const date = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
    const day = {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    };
    return { day, length: ordinal[0].length };
  }
  if (iso) {
    const [whole, year, , month = 1, day = 1] = iso;
    return {
      day: { year: Number(year), month: Number(month), day: Number(day) },
      length: whole.length,
    };
  }
  if (!western) return null;
  const [whole, first, separator, second, year = ''] = western;
  // Only America writes strokes with the month first; a month above 12 is a day.
  const isMonthFirst = separator === '/' && Number(first) <= 12;
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return {
    day: { year: fullYear(year), month: Number(month), day: Number(day) },
    length: whole.length,
  };
}

/** A day with the name of its month: “7 October 2026”, “Oct 7, 2026”, “Wed, 07-Oct-26”. */
export function wordyDay(line: string): Day | null {
  const name = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i.exec(line)?.[1];
  const numbers = line.match(/\d+/g) ?? [];
  const isYear = (digits: string) => digits.length > 2 || Number(digits) > 31;
  const year = numbers.find(isYear) ?? numbers.slice(1).find((digits) => digits.length === 2);
  const day = numbers.find((digits) => digits !== year || digits === numbers[0]);
  if (!name || !year || !day || isYear(day)) return null;
  return { year: fullYear(year), month: MONTHS.indexOf(name.toLowerCase()) + 1, day: Number(day) };
}

/** Years of two or three digits as RFC 2822 understands them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  return year < 50 ? year + 2000 : year + 1900;
}

/** JavaScript takes 30 February for 2 March. */
export function isDayOfCalendar({ year, month, day }: Day): boolean {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= last;
}
