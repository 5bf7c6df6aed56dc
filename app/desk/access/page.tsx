import { AccessPage } from '#components/desk/access/AccessPage.tsx';
import { readAccess } from '#lib/desk/access/read-access.ts';
import { drawDesk } from '../desk-page.tsx';
import type { SearchParams } from '../visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk/access', searchParams, async ({ desk, visitor }) => ({
    title: 'Access',
    room: 'access',
    children: (
      <AccessPage
        {...(await readAccess(desk, visitor))}
        own={visitor.token}
        formKey={visitor.formKey}
        reply={visitor.reply}
        timeZone={desk.config.timeZone}
      />
    ),
  }));
}
