import { NoPreview } from '#components/desk/alerts/NoPreview.tsx';
import { PreviewPage } from '#components/desk/alerts/PreviewPage.tsx';
import { previewOfReply } from '#lib/desk/alerts/preview-draft.ts';
import { drawDesk } from '../../desk-page.tsx';
import type { SearchParams } from '../../visit.ts';

type Props = { searchParams: SearchParams };

export default async function Page({ searchParams }: Props) {
  return drawDesk('/desk/alerts/preview', searchParams, async ({ desk, visitor }) => {
    const { reply, formKey } = visitor;
    const preview = reply && (await previewOfReply(desk, reply));
    return {
      title: 'Preview of the alert',
      room: 'alerts',
      children:
        reply && preview ? (
          <PreviewPage
            preview={preview}
            formKey={formKey}
            reply={reply}
            now={new Date().toISOString()}
            timeZone={desk.config.timeZone}
          />
        ) : (
          <NoPreview />
        ),
    };
  });
}
