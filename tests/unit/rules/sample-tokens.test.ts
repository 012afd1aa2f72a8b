import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { contextOf } from '../../../lib/rules/context-of.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { runTokenRules } from '../../../lib/rules/run-tokens.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { answered, formFields, NOW, requested, urlOf, withCalls } from './support/flows.ts';
import { SAMPLE_TOKENS } from './support/sample-tokens.ts';

/** Rule and severity of findings of the families of tokens and token calls. */
const ofTokens = (findings: readonly { readonly rule: string; readonly severity: string }[]) =>
  findings.filter(({ rule }) => /^(?:JW|TK)/.test(rule)).map(({ rule, severity }) => `${rule} ${severity}`);

describe('the sample tokens of the providers’ documents', () => {
  it('finds a shared secret, a published one, in Leatherback’s request object', () => {
    const flow = requested(
      urlOf('http://127.0.0.1:4602/', { request: SAMPLE_TOKENS.leatherbackRequest, state: 's1' }),
    );
    expect(flow.profileId).toBe('leatherback');
    expect(ofTokens(runRules(flow, contextOf(flow, { catalogue: CATALOGUE, now: NOW })))).toEqual([
      'JW04 error',
      'JW09 error',
    ]);
  });

  it('finds a readable secret and two lifetimes in Leatherback’s access token', () => {
    const flow = withCalls(answered(), {
      fields: formFields({ grant_type: 'client_credentials' }),
      body: JSON.stringify({
        access_token: SAMPLE_TOKENS.leatherbackAccessToken,
        token_type: 'Bearer',
        expires_in: 63919,
      }),
    });
    const findings = runRules(flow, contextOf(flow, { catalogue: CATALOGUE, now: NOW }));
    expect(ofTokens(findings)).toEqual(['JW17 warning', 'TK05 warning']);
    expect(findings.find(({ rule }) => rule === 'TK05')?.message).toBe(
      'expires_in of the call “Token” is 63919 s, but by its exp the access token lives 300 s.',
    );
  });

  it('finds a shared secret, a published one and a time that is a text in the DAuth header', () => {
    const findings = runTokenRules(decodeToken(SAMPLE_TOKENS.dauth), { now: NOW });
    expect(ofTokens(findings)).toEqual(['JW04 error', 'JW09 error', 'JW15 info']);
  });
});
