import { CorrectPage } from '#components/desk/stories/CorrectPage.tsx';
import { NoCorrection } from '#components/desk/stories/NoCorrection.tsx';
import { correctPath } from '#lib/desk/stories/paths.ts';
import { readCorrectable } from '#lib/desk/stories/read-texts.ts';
import { mayDo } from '#lib/desk/visitor.ts';
import { editionName } from '#lib/text/edition-name.ts';
import { drawDesk } from '../../../desk-page.tsx';
import { unknownPage } from '../../../unknown-page.tsx';
import type { SearchParams } from '../../../visit.ts';

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  return drawDesk(correctPath(id), searchParams, async ({ desk, visitor }) => {
    const found = await readCorrectable(desk.store, id, mayDo(visitor, 'publish'));
    if (!found) return unknownPage();
    const { story } = found;
    const { formKey, reply } = visitor;
    return {
      title: `Correct a story of the ${editionName(story.lang)} edition`,
      room: 'stories',
      children:
        'why' in found ? (
          <NoCorrection story={story} why={found.why} />
        ) : (
          <CorrectPage story={story} texts={found.texts} formKey={formKey} reply={reply} />
        ),
    };
  });
}
