import { StoryPage } from '#components/desk/stories/StoryPage.tsx';
import { storyPath } from '#lib/desk/stories/paths.ts';
import { readStory } from '#lib/desk/stories/read-story.ts';
import { mayDo } from '#lib/desk/visitor.ts';
import { editionName } from '#lib/text/edition-name.ts';
import { drawDesk } from '../../desk-page.tsx';
import { unknownPage } from '../../unknown-page.tsx';
import type { SearchParams } from '../../visit.ts';

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  return drawDesk(storyPath(id), searchParams, async ({ desk, visitor }) => {
    const file = await readStory(desk, id);
    if (!file) return unknownPage();
    return {
      title: `A story of the ${editionName(file.story.lang)} edition`,
      room: 'stories',
      children: (
        <StoryPage
          file={file}
          formKey={visitor.formKey}
          reply={visitor.reply}
          mayChange={mayDo(visitor, 'publish')}
          timeZone={desk.config.timeZone}
        />
      ),
    };
  });
}
