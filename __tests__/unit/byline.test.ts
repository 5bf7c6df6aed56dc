import { expect, test } from '@jest/globals';
import { splitByline } from '#lib/ingest/byline.ts';

test.each([
  ['one author', 'Sun Narin', ['Sun Narin']],
  ['a lead-in', 'By Sun Narin', ['Sun Narin']],
  ['two with “and”', 'Chenda Hong and Ten Soksreinith', ['Chenda Hong', 'Ten Soksreinith']],
  ['two with “&”', 'Julia Wallace & Sun Narin', ['Julia Wallace', 'Sun Narin']],
  [
    'a list',
    'Chenda Hong, Soksreinith Ten, and Chhengpor Aun',
    ['Chenda Hong', 'Soksreinith Ten', 'Chhengpor Aun'],
  ],
  ['a name that holds “and”', 'Alexander Sand', ['Alexander Sand']],
  ['Persian', 'نسرین کاوه‌پور و آرش مهرجو', ['نسرین کاوه‌پور', 'آرش مهرجو']],
  ['Khmer with “និង” that touches the name', 'ទែន សុខស្រីនិត និងអូន ឆេងប៉រ', ['ទែន សុខស្រីនិត', 'អូន ឆេងប៉រ']],
  [
    'Khmer names with nothing between',
    'អូន ឆេងប៉រ ទែន សុខស្រីនិត ស៊ុន ណារិន',
    ['អូន ឆេងប៉រ', 'ទែន សុខស្រីនិត', 'ស៊ុន ណារិន'],
  ],
  ['a Khmer name with a zero-width space', 'ស៊ុន​ ណារិន', ['ស៊ុន ណារិន']],
  ['nobody', ' | ', []],
])('%s', (_, byline, names) => {
  expect(splitByline(byline).map(({ name }) => name)).toEqual(names);
});

test('whom they work for stands behind a bar; what they did is no name', () => {
  const byline = 'ស្រាវជ្រាវ​និង​ចងក្រង​ដោយ ទែន សុខស្រីនិត និង​ ហុង ចិន្តា | VOA News';
  expect(splitByline(byline)).toEqual([
    { name: 'ទែន សុខស្រីនិត', description: 'VOA News' },
    { name: 'ហុង ចិន្តា', description: 'VOA News' },
  ]);
});
