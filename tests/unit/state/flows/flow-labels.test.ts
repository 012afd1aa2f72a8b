import { describe, expect, test } from 'vitest';
import { answerValues } from '../../../../lib/state/flows/answer-values.ts';
import { headline, stateVerdict } from '../../../../lib/state/flows/flow-labels.ts';
import { missingHosts } from '../../../../lib/state/flows/missing-access.ts';
import { onlyFlow, Story } from '../../support/observations.ts';
import { summaryOf } from '../../support/summary.ts';

const REDIRECT = encodeURIComponent('https://app.test/cb');
const AUTHORIZE = `https://as.test/authorize?response_type=code&client_id=c&redirect_uri=${REDIRECT}`;

function answered(request: string, answer: string) {
  return onlyFlow(new Story().request(request).redirect(request, 302, `https://app.test/cb?${answer}`));
}

describe('headline', () => {
  test.each([
    [{ code: 'x' }, 'Code received from ConnectPay'],
    [{}, 'Answer received from ConnectPay'],
    [{ status: 'open', outcome: { kind: 'waiting' } }, 'Waiting for ConnectPay'],
    [
      { status: 'failed', outcome: { kind: 'refused', error: 'access_denied' } },
      'ConnectPay answered with an error',
    ],
    [{ status: 'failed', outcome: { kind: 'provider-failed', status: 500 } }, 'No callback from ConnectPay'],
    [{ status: 'failed', outcome: { kind: 'state-mismatch' } }, 'State mismatch'],
    [{ status: 'failed', outcome: { kind: 'callback-failed', status: 404 } }, 'Callback answered 404'],
    [
      { status: 'failed', outcome: { kind: 'unreachable', error: 'net::ERR_CONNECTION_REFUSED' } },
      'Application unreachable (connection refused)',
    ],
    [{ status: 'unseen', outcome: { kind: 'content-not-visible' } }, 'Answer of ConnectPay is not visible'],
    [
      { status: 'abandoned', outcome: { kind: 'abandoned', why: 'tab closed' } },
      'Abandoned before ConnectPay answered',
    ],
    [{ profileId: 'oauth', code: 'x' }, 'Code received from auth.connectpay.test'],
    [{ profileId: 'oauth', code: 'x', marks: ['request-not-seen'] }, 'Code received'],
  ] as const)('%j', (change, sentence) => {
    expect(headline(summaryOf({ id: 'f', ...change }))).toBe(sentence);
  });
});

describe('stateVerdict', () => {
  test.each([
    [`${AUTHORIZE}&state=s`, 'code=x&state=s', { kind: 'matches' }],
    [`${AUTHORIZE}&state=s`, 'code=x&state=S', { kind: 'differs', sent: 's' }],
    [`${AUTHORIZE}&state=s`, 'code=x', { kind: 'not returned', sent: 's' }],
    [AUTHORIZE, 'code=x&state=s', { kind: 'not sent' }],
    [AUTHORIZE, 'code=x', { kind: 'unknown' }],
  ])('%s answered %s', (request, answer, verdict) => {
    expect(stateVerdict(answered(request, answer))).toEqual(verdict);
  });

  test('is unknown before there is an answer', () => {
    expect(stateVerdict(onlyFlow(new Story().request(`${AUTHORIZE}&state=s`)))).toEqual({ kind: 'unknown' });
  });
});

describe('answerValues', () => {
  test('gives values verbatim, with the name they came by', () => {
    const flow = answered(`${AUTHORIZE}&state=a%20b`, 'authorizationCode=%3Cx%3E&state=a+b&iss=i');
    expect(answerValues(summaryOf({ id: 'f' }), flow)).toEqual([
      { what: 'code', value: '<x>', sentAs: 'authorizationCode' },
      { what: 'state', value: 'a b' },
      { what: 'iss', value: 'i' },
    ]);
  });

  test('gives the summary’s until the flow is there', () => {
    const summary = summaryOf({ id: 'f', code: 'x', state: 's' });
    expect(answerValues(summary, undefined)).toEqual([
      { what: 'code', value: 'x' },
      { what: 'state', value: 's' },
    ]);
  });
});

describe('missingHosts', () => {
  const flow = onlyFlow(new Story().committed('https://app.test:8443/cb?code=x&state=s1'));
  test.each([
    [{ allSites: true, origins: [] }, []],
    [
      { allSites: false, origins: ['*://localhost/*'] },
      [{ host: 'app.test', patterns: ['https://app.test/*'] }],
    ],
    [{ allSites: false, origins: ['*://*.app.test/*'] }, []],
  ])('%j', (access, hosts) => {
    expect(missingHosts(flow, access)).toEqual(hosts);
  });
});
