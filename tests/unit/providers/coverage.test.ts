import { expect, test } from 'vitest';
import { coveragePage } from './support/coverage-page.ts';
import { PROFILES } from './support/whole-profiles.ts';

test('the page of every endpoint and parameter is up to date; npx vitest run tests/unit/providers -u writes it', async () => {
  await expect(coveragePage(PROFILES)).toMatchFileSnapshot('../../../docs/providers/coverage.md');
});
