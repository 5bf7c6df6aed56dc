import { ChangePage } from '#components/desk/alerts/ChangePage.tsx';
import { NoChange } from '#components/desk/alerts/NoChange.tsx';
import { readChange } from '#lib/desk/alerts/read-change.ts';
import { mayDo } from '#lib/desk/visitor.ts';
import { drawDesk } from '../../desk-page.tsx';
import { unknownPage } from '../../unknown-page.tsx';
import type { SearchParams } from '../../visit.ts';

type Props = { params: Promise<{ alert: string }>; searchParams: SearchParams };

export default async function Page({ params, searchParams }: Props) {
  const { alert: id } = await params;
  const path = `/desk/alerts/${encodeURIComponent(id)}`;
  return drawDesk(path, searchParams, async ({ desk, visitor }) => {
    const change = await readChange(desk, visitor, id);
    if (!change) return unknownPage();
    const mayChange = mayDo(visitor, 'alerts') && change.alert.ended === null;
    return {
      title: 'Change an alert',
      room: 'alerts',
      children: mayChange ? (
        <ChangePage {...change} formKey={visitor.formKey} timeZone={desk.config.timeZone} />
      ) : (
        <NoChange hasEnded={change.alert.ended !== null} />
      ),
    };
  });
}
