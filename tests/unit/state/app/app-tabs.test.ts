import { expect, test } from 'vitest';
import { accessFragment, patternsOfFragment, tabOfFragment } from '../../../../lib/state/app/app-tabs.ts';

test('a fragment names a tab, with or without what it asks for', () => {
  expect(['#request', '#settings?allow=x', '#nothing', ''].map(tabOfFragment)).toEqual([
    'request',
    'settings',
    undefined,
    undefined,
  ]);
});

test('match patterns survive the way through a fragment', () => {
  const patterns = ['https://bank.example/*', 'https://*.connectpay.com/*', '<all_urls>'];
  expect(patternsOfFragment(accessFragment(patterns))).toEqual(patterns);
});

test('what is no match pattern of a site is not asked for', () => {
  const fragment =
    '#settings?allow=file:///*&allow=javascript:alert(1)&allow=https://bank.example/path&allow=';
  expect(patternsOfFragment(fragment)).toEqual([]);
});
