import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { ChangePage } from '#components/desk/alerts/ChangePage.tsx';
import type { AlertRecord } from '#lib/model/alert.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { noReply, persian, showDesk } from './alert-pages.tsx';

/** The form as it is shown for an alert, and then again for what became of that. */
function showTwice(now: AlertRecord) {
  const form = (alert: AlertRecord, reply: Reply | null) => (
    <ChangePage
      alert={alert}
      headlines={[]}
      choices={[]}
      formKey="k"
      reply={reply}
      timeZone="UTC"
    />
  );
  const { container, unmount } = showDesk(form(persian, null));
  const seen = container.querySelector('[name="seen"]')?.getAttribute('value') ?? '';
  unmount();
  const fields = { text: ['خودم'], seen: [seen] };
  return showDesk(form(now, { ...noReply, kind: 'problem', message: 'Not this.', fields }));
}

test('what a colleague has changed meanwhile is shown in its language, over what was typed', async () => {
  const { container } = showTwice({ ...persian, text: 'کشتی‌ها راه افتادند' });
  expect(screen.getByText('It says now:')).toBeInTheDocument();
  expect(screen.getByText('کشتی‌ها راه افتادند')).toHaveAttribute('lang', 'fa');
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('خودم');
  expect(await axe(container)).toHaveNoViolations();
});

test('what is as it was is not shown twice', () => {
  showTwice(persian);
  expect(screen.queryByText('It says now:')).not.toBeInTheDocument();
});
