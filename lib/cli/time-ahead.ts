import { InvalidArgumentError } from 'commander';

const MINUTE_MS = 60_000;
const MINUTES = { m: 1, h: 60, d: 1440 } as const;

/** Reads how far ahead something lies (`30m`, `2h`, `90d`), at most so many days, as the instant in
 *  ISO 8601. */
export function timeAhead(mostDays: number): (time: string) => string {
  return (time) => {
    const [, count = '', unit = ''] = /^(\d{1,7})([mhd])$/.exec(time) ?? [];
    const minutes = Number(count) * (MINUTES[unit as keyof typeof MINUTES] ?? 0);
    if (minutes < 1 || minutes > mostDays * MINUTES.d) {
      throw new InvalidArgumentError(`Say how long, up to ${mostDays} days, as 30m, 2h or 1d.`);
    }
    return new Date(Date.now() + minutes * MINUTE_MS).toISOString();
  };
}
