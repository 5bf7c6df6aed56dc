import '@testing-library/jest-dom/jest-globals';
import './missing-in-jsdom.ts';
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

/** What React or the browser complains about is a defect: it fails the test that caused it. */
let complaints: jest.SpiedFunction<typeof console.error>;

beforeEach(() => {
  complaints = jest.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
});
