import { drawDesk } from '../desk-page.tsx';
import { unknownPage } from '../unknown-page.tsx';
import type { SearchParams } from '../visit.ts';

type Props = { searchParams: SearchParams };

/** Who is not signed in is not told which pages there are. */
export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk', searchParams, async () => unknownPage());
}
