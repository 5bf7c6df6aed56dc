import type { EditionFrame } from '#lib/model/views.ts';
import { formatDay, formatDayAndTime, formatTime } from '#lib/text/dates.ts';

type Props = {
  /** ISO 8601. */
  at: string;
  frame: Pick<EditionFrame, 'lang' | 'timeZone'>;
  show?: 'day' | 'time' | 'day and time';
};

const FORMATS = { day: formatDay, time: formatTime, 'day and time': formatDayAndTime };

/** An instant in the words and numerals of the edition, readable by programs too. */
export function Timestamp({ at, frame, show = 'day and time' }: Props) {
  return <time dateTime={at}>{FORMATS[show](at, frame.lang, frame.timeZone)}</time>;
}
