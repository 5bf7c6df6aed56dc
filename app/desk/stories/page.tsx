import { StoryListPage } from '#components/desk/stories/StoryListPage.tsx';
import { readStoryList } from '#lib/desk/stories/read-story-list.ts';
import { drawDesk } from '../desk-page.tsx';
import type { SearchParams } from '../visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk/stories', searchParams, async ({ desk, asked }) => ({
    title: 'Stories',
    room: 'stories',
    children: (
      <StoryListPage
        list={await readStoryList(desk, asked)}
        editions={desk.config.languages}
        timeZone={desk.config.timeZone}
      />
    ),
  }));
}
