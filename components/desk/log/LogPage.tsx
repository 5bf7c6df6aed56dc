import { Pages } from '#components/ui/Pages.tsx';
import type { ToldAct } from '#lib/model/desk-views.ts';
import { ActList } from './ActList.tsx';

type Props = {
  acts: ToldAct[];
  hasNewer: boolean;
  /** Before which number the next page begins; null on the last. */
  older: number | null;
  timeZone: string;
};

/** The audit log. Pages begin at a number, not at a count: nothing slips to the next page while
 *  somebody reads. */
export function LogPage({ acts, hasNewer, older, timeZone }: Props) {
  return (
    <>
      <p className="mt-3 text-plain">
        Who did what, the newest first. Nobody can change or delete what stands here.
      </p>
      <ActList acts={acts} timeZone={timeZone} />
      <Pages
        lang="en"
        newer={hasNewer ? { href: '/desk/log', label: 'Newest acts' } : null}
        older={older === null ? null : { href: `/desk/log?before=${older}`, label: 'Older acts' }}
      />
    </>
  );
}
