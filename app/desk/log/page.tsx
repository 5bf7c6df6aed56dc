import { LogPage } from '#components/desk/log/LogPage.tsx';
import { readLog } from '#lib/desk/log/read-log.ts';
import { drawDesk } from '../desk-page.tsx';
import type { SearchParams } from '../visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk/log', searchParams, async ({ desk, asked }) => ({
    title: 'Audit log',
    room: 'log',
    children: (
      <LogPage {...(await readLog(desk, asked('before')))} timeZone={desk.config.timeZone} />
    ),
  }));
}
