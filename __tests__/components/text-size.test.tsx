import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReaderStoreConnection } from '#components/preferences/ReaderStoreConnection.client.tsx';
import { TextSizeForm } from '#components/preferences/TextSizeForm.tsx';
import { FIRST_STATE, readerStore } from '#lib/preferences/reader-store.ts';
import { rememberPreferences } from './cookie.ts';
import { show } from './show.tsx';

beforeEach(() => {
  rememberPreferences('');
  readerStore.setState(FIRST_STATE);
});

function showControl() {
  return show(
    <>
      <TextSizeForm lang="en" returnTo="/en/articles/x" />
      <ReaderStoreConnection />
    </>,
  );
}

test('is a named group of four radios, MD chosen', () => {
  showControl();
  expect(screen.getByRole('group', { name: 'Text size' })).toBeInTheDocument();
  expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
    'xs',
    'sm',
    'md',
    'lg',
  ]);
  for (const name of ['XS, extra small', 'SM, small', 'MD, medium', 'LG, large']) {
    expect(screen.getByRole('radio', { name })).toBeInTheDocument();
  }
  expect(screen.getByRole('radio', { name: 'MD, medium' })).toBeChecked();
});

test('a choice stands on <html> and in the cookie', async () => {
  showControl();
  await userEvent.click(screen.getByRole('radio', { name: 'LG, large' }));
  expect(screen.getByRole('radio', { name: 'LG, large' })).toBeChecked();
  expect(document.documentElement).toHaveAttribute('data-text-size', 'lg');
  expect(document.cookie).toContain('lede-preferences=size=lg');
});

test('arrow keys move the choice', async () => {
  showControl();
  screen.getByRole('radio', { name: 'MD, medium' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'LG, large' })).toBeChecked();
});

test('takes up what was chosen on an earlier visit', () => {
  rememberPreferences('size=xs');
  showControl();
  expect(screen.getByRole('radio', { name: 'XS, extra small' })).toBeChecked();
  expect(document.documentElement).toHaveAttribute('data-text-size', 'xs');
});

test('a choice keeps the other choices in the cookie', async () => {
  rememberPreferences('size=md&theme=sepia&dismissed=a1');
  showControl();
  await userEvent.click(screen.getByRole('radio', { name: 'SM, small' }));
  expect(document.cookie).toContain('size=sm&theme=sepia&alerts=now&dismissed=a1');
});

test('without scripts it is a form that leads back to the page', () => {
  const { container } = showControl();
  const form = container.querySelector('form');
  expect(form).toHaveAttribute('action', '/api/preferences');
  expect(form).toHaveAttribute('method', 'post');
  expect(form?.elements.namedItem('return')).toHaveValue('/en/articles/x');
});
