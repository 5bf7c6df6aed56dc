import { SourcesPage } from '#components/desk/sources/SourcesPage.tsx';
import { readSources } from '#lib/desk/sources/read-sources.ts';
import { mayDo } from '#lib/desk/visitor.ts';
import { drawDesk } from '../desk-page.tsx';
import type { SearchParams } from '../visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk/sources', searchParams, async ({ desk, visitor }) => ({
    title: 'Sources',
    room: 'sources',
    children: (
      <SourcesPage
        groups={await readSources(desk.store, Date.now())}
        isListed={desk.config.feeds !== null}
        mayAsk={mayDo(visitor, 'publish')}
        formKey={visitor.formKey}
      />
    ),
  }));
}
