import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrateSummary } from '../../../lib/flow/migrate-summary.ts';
import type { Outcome } from '../../../lib/flow/outcome-types.ts';
import { summaryOf } from '../support/summary.ts';

const migrated = (outcome: string): Outcome => migrateSummary({ ...summaryOf({ id: 'f' }), outcome }).outcome;

describe('a row stored by 0.1.0', () => {
  test.each<[string, Outcome]>([
    ['Code received', { kind: 'granted', granted: 'code', exchange: 'not-observed' }],
    ['ID token received', { kind: 'granted', granted: 'id_token' }],
    ['Access token received', { kind: 'granted', granted: 'access_token' }],
    ['Encrypted response received', { kind: 'granted', granted: 'encrypted' }],
    ['Neither code nor error', { kind: 'no-answer' }],
    ['Error without a code', { kind: 'refused', error: '' }],
    ['access_denied', { kind: 'refused', error: 'access_denied' }],
    ['constructor', { kind: 'refused', error: 'constructor' }],
    ['Code received, held', { kind: 'held', granted: 'code' }],
    ['access_denied, dropped', { kind: 'dropped', error: 'access_denied' }],
    ['Neither code nor error, dropped', { kind: 'dropped' }],
    ['Code received, released', { kind: 'granted', granted: 'code', exchange: 'not-observed' }],
    ['Code received, released with changes', { kind: 'released-with-changes', names: [] }],
    ['Code by webhook', { kind: 'webhook-granted', granted: 'code', waiting: false }],
    [
      'ID token by webhook, waiting for the callback',
      { kind: 'webhook-granted', granted: 'id_token', waiting: true },
    ],
    ['denied by webhook', { kind: 'webhook-refused', error: 'denied', waiting: false }],
    ['Browser closed before the callback', { kind: 'abandoned', why: 'browser closed' }],
    ['Tab closed before the callback', { kind: 'abandoned', why: 'tab closed' }],
    ['Started again before the callback', { kind: 'abandoned', why: 'started again' }],
    ['Left before the callback', { kind: 'abandoned', why: 'left by the user' }],
    ['Waiting for the callback', { kind: 'waiting' }],
    ['Stopped: net::ERR_FAILED', { kind: 'stopped', error: 'net::ERR_FAILED' }],
    ['The provider answered 503', { kind: 'provider-failed', status: 503 }],
  ])('with “%s” has its outcome as data', (text, outcome) => {
    expect(migrated(text)).toEqual(outcome);
  });

  test('gives an outcome whatever a provider made its error say', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof migrated(text).kind).toBe('string');
      }),
    );
  });

  test('keeps everything else, and what is stored today stays the same', () => {
    const today = summaryOf({ id: 'f', outcome: { kind: 'state-mismatch', sent: 'a' } });
    expect(migrateSummary(today)).toEqual(today);
    expect(migrateSummary({ ...today, outcome: 'access_denied' })).toEqual({
      ...today,
      outcome: { kind: 'refused', error: 'access_denied' },
    });
  });
});
