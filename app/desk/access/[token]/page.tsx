import { RevokePage } from '#components/desk/access/RevokePage.tsx';
import { readAccess } from '#lib/desk/access/read-access.ts';
import { drawDesk } from '../../desk-page.tsx';
import { unknownPage } from '../../unknown-page.tsx';
import type { SearchParams } from '../../visit.ts';

type Props = { params: Promise<{ token: string }>; searchParams: SearchParams };

export default async function Page({ params, searchParams }: Props) {
  const { token: id } = await params;
  const path = `/desk/access/${encodeURIComponent(id)}`;
  return drawDesk(path, searchParams, async ({ desk, visitor }) => {
    const { tokens } = await readAccess(desk, visitor);
    const token = tokens.find((each) => each.id === id);
    if (!token) return unknownPage();
    return {
      title: `Revoke “${token.name}”?`,
      room: 'access',
      children: (
        <RevokePage token={token} formKey={visitor.formKey} timeZone={desk.config.timeZone} />
      ),
    };
  });
}
