import type { EditionFrame } from '#lib/model/views.ts';
import { formatDay, formatDayAndTime, formatTime, formatTimeToSecond } from '#lib/text/dates.ts';

type Props = {
  /** ISO 8601. */
  at: string;
  frame: Pick<EditionFrame, 'lang' | 'timeZone'>;
  /** `instant`: the time is told at midnight too, when something begins or ends. */
  show?: 'day' | 'time' | 'time to the second' | 'day and time' | 'instant';
};

const FORMATS = {
  day: formatDay,
  time: formatTime,
  'time to the second': formatTimeToSecond,
  'day and time': formatDayAndTime,
  instant: formatDayAndTime,
};

/** What a source gives that says the day alone. Nobody is served by reading "at 00:00". */
const IS_DAY_ALONE = /T00:00:00\.000Z$/;

/** An instant in the words and numerals of the edition, readable by programs too. */
export function Timestamp({ at, frame, show = 'day and time' }: Props) {
  if (show !== 'instant' && IS_DAY_ALONE.test(at)) {
    return <time dateTime={at.slice(0, 10)}>{formatDay(at, frame.lang, 'UTC')}</time>;
  }
  return <time dateTime={at}>{FORMATS[show](at, frame.lang, frame.timeZone)}</time>;
}
