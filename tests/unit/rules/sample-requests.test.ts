import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../lib/flow/types.ts';
import { profileById } from '../../../lib/providers/catalogue.ts';
import { runRules } from '../../../lib/rules/run.ts';
import type { ConformanceProfile } from '../../../lib/rules/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { formFields, NOW, requested, withCalls } from './support/flows.ts';
import { asked } from './support/request-flows.ts';
import { SAMPLE_REQUESTS } from './support/sample-requests.ts';
import { SAMPLE_TOKENS } from './support/sample-tokens.ts';

/** Ids of the rules that object, each once, in alphabetical order. */
function tripped(flow: Flow, gates: readonly ConformanceProfile[]): readonly string[] {
  const profile = profileById(CATALOGUE, flow.profileId);
  const findings = runRules(flow, { catalogue: CATALOGUE, now: NOW, profile, gates: new Set(gates) });
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

/** Calls of a document that has no authorize request. */
const calls = (...made: Parameters<typeof withCalls> extends [Flow, ...infer C] ? C : never): Flow => {
  const { request: _, ...bare } = withCalls(asked(), ...made);
  return bare;
};

describe('the samples of the providers’ documents', () => {
  it('Leatherback’s authorize URL trips the rules of the specifications', () => {
    const flow = requested(SAMPLE_REQUESTS.leatherback);
    expect(flow.profileId).toBe('leatherback');
    expect(tripped(flow, ['base', 'oidc', 'jar', 'obuk'])).toEqual([
      'AR13',
      // Its state is a placeholder, which is guessed at once.
      'AR15',
      'AR17',
      'AR31',
      'JW04',
      'JW09',
      'RO03',
      'RO04',
      'RO08',
      'RO12',
      'RO18',
      'RO20',
    ]);
  });

  it('Leatherback’s authorize URL trips its own rules as well', () => {
    const flow = requested(SAMPLE_REQUESTS.leatherback);
    expect(tripped(flow, ['provider'])).toEqual(['LB01', 'LB03', 'LB04', 'RO18']);
  });

  it('ConnectPay’s request trips AR06, AR31, CP01 and CP03', () => {
    const flow = requested(SAMPLE_REQUESTS.connectpay);
    expect(flow.profileId).toBe('connectpay');
    // Its state of 15 characters is short of 128 bits.
    expect(tripped(flow, ['base', 'provider'])).toEqual(['AR06', 'AR15', 'AR31', 'CP01', 'CP03']);
  });

  it('Leatherback’s consent has expired when it is made', () => {
    const consent = {
      profileId: 'leatherback',
      stepId: 'consent',
      encoding: 'json',
      at: Date.parse('2024-07-01T17:46:17.695Z'),
      fields: formFields(
        {
          'Data.Permissions': '["ReadAccountsBasic","ReadBeneficiariesBasic","ReadBeneficiariesDetail"]',
          'Data.ExpirationDateTime': '2024-06-30T08:38:43.527Z',
          'Data.TransactionFromDateTime': '2024-06-29T08:38:43.527Z',
          'Data.TransactionToDateTime': '2024-06-30T08:38:43.527Z',
        },
        'json',
      ),
    } as const;
    const flow = { ...calls(consent), profileId: 'leatherback' };
    expect(tripped(flow, ['base', 'provider'])).toEqual(['LB06']);
  });

  it('finAPI’s call for a user token has no client_secret and asks with a password', () => {
    const token = {
      profileId: 'finapi',
      stepId: 'user-token',
      url: 'https://sandbox.finapi.io/api/v2/oauth/token',
      fields: formFields({ grant_type: 'password', client_id: 'c1', username: 'u1', password: undefined }),
    };
    const flow = { ...calls(token), profileId: 'finapi' };
    expect(tripped(flow, ['base', 'provider'])).toEqual(['FA01', 'TK01']);
  });

  it('the DAuth token of Open Bank Project is signed with a secret, has broken values and never ends', () => {
    const call = {
      profileId: 'obp',
      method: 'GET',
      encoding: 'none',
      fields: [{ in: 'header', name: 'DAuth', value: SAMPLE_TOKENS.dauth }],
    } as const;
    const flow = { ...calls(call), profileId: 'obp' };
    const own = tripped(flow, ['base', 'provider']).filter((id) => id.startsWith('DA'));
    expect(own).toEqual(['DA01', 'DA03', 'DA04', 'DA05', 'DA12']);
  });
});
