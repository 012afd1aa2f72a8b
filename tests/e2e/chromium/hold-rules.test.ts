import { type HoldRule, holdRules } from '../../../lib/capture/hold/hold-rules.ts';
import { responsePatterns } from '../../../lib/capture/hold/response-patterns.ts';
import { createCatalogue } from '../../../lib/providers/catalogue.ts';
import { outcomeOfRules, type RuleRequest } from '../../unit/support/dnr-model.ts';
import { expect, test } from '../support/fixtures.ts';

const e = encodeURIComponent;

const CALLBACK = 'http://127.0.0.1:3000/cb';
const AUTHORIZE = `http://localhost:3002/authorize?client_id=c&redirect_uri=${e(CALLBACK)}`;

/** Parts of URLs that mean something in a filter, or that repeat what an authorize request says. */
const TAILS = [
  '',
  '&x=*',
  '&x=^',
  '&x=a|',
  '&x=||',
  '&x=.*',
  '&x=%2A',
  `&redirect_uri=${e(CALLBACK)}`,
  `&redirect_uri=${e(CALLBACK)}&response_mode=form_post`,
  `&client_id=c&response_mode=form_post&redirect_uri=${e(CALLBACK)}`,
] as const;

const URLS = [
  ...TAILS.flatMap((tail) => [
    `${CALLBACK}?code=1&state=2${tail}`,
    `${CALLBACK}#code=1&state=2${tail}`,
    `${CALLBACK}x?code=1&state=2${tail}`,
    `http://127.0.0.1:3001/?code=1&state=2${tail}`,
  ]),
  `${AUTHORIZE}&response_mode=form_post`,
  `${AUTHORIZE}2&response_mode=form_post`,
  `${AUTHORIZE}/&response_mode=form_post`,
  `${AUTHORIZE}`,
  `http://localhost:3002/authorize?response_mode=form_post&client_id=c&redirect_uri=${e(CALLBACK)}`,
  CALLBACK,
  'http://localhost/?code=SPRING',
];

/** Allowances as they are open while a callback is released, one of them to another URL. */
const ALLOWANCES = [
  {
    tabId: 1,
    frameId: 0,
    since: 0,
    from: {
      url: URLS[0] ?? '',
      condition: { urlFilter: `|${URLS[0]}|`, isUrlFilterCaseSensitive: true },
    },
  },
  {
    tabId: 2,
    frameId: 0,
    since: 0,
    from: {
      url: `${CALLBACK}?code=1&state=2&x=*`,
      condition: {
        regexFilter: '^http:\\/\\/127\\.0\\.0\\.1:3000\\/cb\\?code=1&state=2&x=\\*$',
        isUrlFilterCaseSensitive: true,
      },
    },
    to: {
      url: `${CALLBACK}?code=1&state=3`,
      condition: { urlFilter: `|${CALLBACK}?code=1&state=3|`, isUrlFilterCaseSensitive: true },
    },
  },
] as const;

test('the browser follows the rules as their model in the unit tests does', async ({ extension }) => {
  // The background sets its own rules when it starts.
  await (await extension.link()).call('status');
  const page = await extension.openPage('devtools.html');
  const rules = holdRules([{ uri: CALLBACK, frames: [1] }], ALLOWANCES, responsePatterns(createCatalogue()));
  await page.evaluate(
    async (addRules) => {
      const present = await chrome.declarativeNetRequest.getSessionRules();
      const removeRuleIds = present.map(({ id }) => id);
      await chrome.declarativeNetRequest.updateSessionRules({
        removeRuleIds,
        addRules: addRules as unknown as chrome.declarativeNetRequest.Rule[],
      });
    },
    rules as unknown as readonly HoldRule[],
  );
  const requests: readonly RuleRequest[] = URLS.flatMap((url) =>
    [1, 2, 3].flatMap((tabId) =>
      (['main_frame', 'sub_frame'] as const).flatMap((type) =>
        (['get', 'post'] as const).map((method) => ({ url, tabId, type, method })),
      ),
    ),
  );
  const followed = await page.evaluate(async (all) => {
    const known = await chrome.declarativeNetRequest.getSessionRules();
    return Promise.all(
      all.map(async (request) => {
        const { matchedRules } = await chrome.declarativeNetRequest.testMatchOutcome(
          request as chrome.declarativeNetRequest.TestMatchRequestDetails,
        );
        const types = matchedRules.map(({ ruleId }) => known.find(({ id }) => id === ruleId)?.action.type);
        return types[0] ?? 'none';
      }),
    );
  }, requests);
  const differing = requests.flatMap((request, index) => {
    const expected = outcomeOfRules(rules, request);
    return followed[index] === expected ? [] : [{ ...request, expected, followed: followed[index] }];
  });
  expect(differing).toEqual([]);
  expect(new Set(followed)).toEqual(new Set(['allow', 'block', 'redirect', 'none']));
});
