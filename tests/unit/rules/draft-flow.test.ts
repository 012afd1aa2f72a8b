import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../lib/rules/context-of.ts';
import { draftFlow } from '../../../lib/rules/draft-flow.ts';
import { RULES } from '../../../lib/rules/registry.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CONFORMANCE_PROFILES } from '../../../lib/rules/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { NOW, tokenOf, urlOf } from './support/flows.ts';
import { connectpayUrl } from './support/request-flows.ts';

const draft = (url: string, profileId = 'connectpay') =>
  draftFlow({ url, profileId, environmentId: 'sandbox', at: NOW }, CATALOGUE);

describe('a draft', () => {
  it('is evaluated like a flow that was sent', () => {
    const found = (url: string) => {
      const flow = draft(url);
      return runRules(flow, contextOf(flow, { catalogue: CATALOGUE, now: NOW })).map(({ rule, at }) => [
        rule,
        at.parameter,
      ]);
    };
    expect(found(connectpayUrl({ redirect_url: 'http://127.0.0.1:4610/callback' }))).toEqual([]);
    expect(
      found(
        connectpayUrl({ redirect_url: 'http://127.0.0.1:4610/callback', nonce: undefined, state: 'abc' }),
      ),
    ).toEqual([
      ['CP03', 'nonce'],
      ['AR15', 'state'],
    ]);
  });

  it('of any text is evaluated by every rule without an exception', () => {
    const names = fc.constantFrom(
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'claims',
      'request',
      'request_uri',
      'x',
    );
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl());
    const claims = fc.dictionary(
      fc.oneof(names, fc.constantFrom('exp', 'nbf', 'aud', 'iss')),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.dictionary(names, text), claims, fc.string(), (fields, inside, raw) => {
        const request = tokenOf(inside as Parameters<typeof tokenOf>[0]);
        for (const url of [
          urlOf('https://as.example/authorize', { ...fields, request }),
          `${urlOf('https://as.example/authorize', fields)}&${raw}`,
        ]) {
          const flow = draft(url, 'leatherback');
          const context = {
            ...contextOf(flow, { catalogue: CATALOGUE, now: NOW }),
            gates: new Set(CONFORMANCE_PROFILES),
          };
          expect(
            RULES.flatMap(({ check }) => check(flow, context)).every(({ message }) => message !== ''),
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
