import { describe, expect, test } from 'vitest';
import { type FlowFacts, identifyProfile } from '../../../lib/providers/identify.ts';
import { PROFILES } from '../../../lib/providers/registry.ts';
import { CATALOGUE } from '../support/catalogue.ts';

const none = { parameterNames: [] };

describe('identifyProfile', () => {
  test.each<[string, FlowFacts, string]>([
    [
      'Leatherback’s sample URL',
      {
        url: 'https://app-leatherback-openbanking-dev.azurewebsites.net?request=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x &state=example_state',
        parameterNames: ['request', 'state'],
      },
      'leatherback',
    ],
    [
      'Leatherback’s sample callback',
      {
        url: 'https://openbanking.tpp.com/open-banking-page?authorizationCode=c&state=s',
        parameterNames: ['authorizationCode', 'state'],
      },
      'leatherback',
    ],
    [
      'ConnectPay’s sample request, which has no host',
      {
        parameterNames: ['response_type', 'scope', 'client_id', 'flowid', 'redirect_url', 'state'],
        scope: 'psd2-ais psd2-pis',
      },
      'connectpay',
    ],
    [
      'ConnectPay’s Auth Web Application',
      { url: 'https://auth-stage.connectpay.com/auth/redirect?flowId=x', parameterNames: ['flowId'] },
      'connectpay',
    ],
    ['ConnectPay’s scope alone', { parameterNames: ['response_type'], scope: 'psd2-ais' }, 'connectpay'],
    [
      'a request that is nothing but request and state, as Leatherback documents it',
      { parameterNames: ['request', 'state', 'error'], requestNames: ['request', 'state'] },
      'leatherback',
    ],
    [
      'a request object beside a client_id',
      { parameterNames: ['request', 'state', 'client_id'], requestNames: ['request', 'state', 'client_id'] },
      'oauth',
    ],
    ['the scope openid', { parameterNames: ['response_type', 'client_id'], scope: 'openid email' }, 'openid'],
    ['an id_token', { parameterNames: ['code', 'id_token', 'state'] }, 'openid'],
    ['a word that only contains openid', { parameterNames: [], scope: 'openid2' }, 'oauth'],
    ['a host that only ends like one', { ...none, url: 'https://evilconnectpay.com/' }, 'oauth'],
    ['the domain itself', { ...none, url: 'https://connectpay.com/' }, 'connectpay'],
    ['nothing', none, 'oauth'],
    ['no URL', { ...none, url: 'not a url' }, 'oauth'],
    [
      'a typed endpoint, before all else',
      {
        url: 'https://sso.example/authorize?flowid=x',
        parameterNames: ['flowid'],
        endpoints: { openid: ['https://sso.example/authorize'] },
      },
      'openid',
    ],
    [
      'the origin of a typed endpoint',
      {
        url: 'https://sso.example/other',
        parameterNames: [],
        endpoints: { leatherback: ['https://sso.example/a'] },
      },
      'leatherback',
    ],
  ])('%s', (_, facts, id) => {
    expect(identifyProfile(facts, CATALOGUE)).toBe(id);
  });

  const endpoints = PROFILES.flatMap(({ id, environments }) =>
    environments
      .filter(({ authorizationEndpoint }) => authorizationEndpoint !== '')
      .map(({ authorizationEndpoint }) => [authorizationEndpoint, id] as const),
  );

  test.each(endpoints)('%s is %s', (url, id) => {
    expect(identifyProfile({ ...none, url: `${url}?x=1` }, CATALOGUE)).toBe(id);
    expect(identifyProfile({ ...none, url: new URL('/elsewhere', url).href }, CATALOGUE)).toBe(id);
  });
});
