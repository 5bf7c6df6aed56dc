import { OverviewPage } from '#components/desk/overview/OverviewPage.tsx';
import { readOverview } from '#lib/desk/overview/read-overview.ts';
import { mayDo } from '#lib/desk/visitor.ts';
import { drawDesk } from './desk-page.tsx';
import type { SearchParams } from './visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk', searchParams, async ({ desk, visitor }) => ({
    title: 'Overview',
    room: 'overview',
    children: (
      <OverviewPage
        {...(await readOverview(desk))}
        mayRaise={mayDo(visitor, 'alerts')}
        mayPublish={mayDo(visitor, 'publish')}
        timeZone={desk.config.timeZone}
      />
    ),
  }));
}
