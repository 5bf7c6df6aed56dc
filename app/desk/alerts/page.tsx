import { AlertsPage } from '#components/desk/alerts/AlertsPage.tsx';
import { offeredHeadlines, readAlerts } from '#lib/desk/alerts/read-alerts.ts';
import { mayDo } from '#lib/desk/visitor.ts';
import { drawDesk } from '../desk-page.tsx';
import type { SearchParams } from '../visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk/alerts', searchParams, async ({ desk, visitor, asked }) => {
    const after = asked('after');
    return {
      title: 'Alerts',
      room: 'alerts',
      children: (
        <AlertsPage
          {...(await readAlerts(desk, after))}
          hasNewer={after !== ''}
          editions={await offeredHeadlines(desk)}
          name={visitor.token.name}
          formKey={mayDo(visitor, 'alerts') ? visitor.formKey : null}
          reply={visitor.reply}
          timeZone={desk.config.timeZone}
        />
      ),
    };
  });
}
