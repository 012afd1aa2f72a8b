import { describe, expect, it } from 'vitest';
import { openid } from '../../../lib/providers/openid.ts';
import { conformanceProfilesOf, isOpen } from '../../../lib/rules/conformance-profiles.ts';
import type { EvaluationChoice } from '../../../lib/rules/evaluation-choice.ts';
import { answered, authorizeUrl, callbackUrl, requested, tokenOf, urlOf } from './support/flows.ts';

const ALWAYS = ['base', 'provider'];

describe('the gates of a flow', () => {
  it.each([
    ['nothing special', requested(), ALWAYS],
    ['openid in scope', requested(authorizeUrl({ scope: 'accounts openid' })), [...ALWAYS, 'oidc']],
    [
      'id_token in response_type',
      requested(authorizeUrl({ response_type: 'code id_token' })),
      [...ALWAYS, 'oidc'],
    ],
    ['a nonce', requested(authorizeUrl({ nonce: 'n' })), [...ALWAYS, 'oidc']],
    ['claims', requested(authorizeUrl({ claims: '{}' })), [...ALWAYS, 'oidc']],
    [
      'an id_token in the answer',
      answered(authorizeUrl(), callbackUrl({ id_token: tokenOf({}) })),
      [...ALWAYS, 'oidc'],
    ],
    ['a request object', requested(authorizeUrl({ request: tokenOf({}) })), [...ALWAYS, 'jar']],
    ['a request_uri', requested(authorizeUrl({ request_uri: 'https://app.example/r' })), [...ALWAYS, 'jar']],
    [
      'a pushed request',
      requested(urlOf('https://as.example/authorize', { client_id: 'c1', request_uri: 'urn:x' })),
      [...ALWAYS, 'jar', 'par'],
    ],
  ])('follow from %s', (_, flow, gates) => {
    expect([...conformanceProfilesOf(flow)]).toEqual(gates);
  });

  it('are those of the profile too, until the user chooses', () => {
    const profile = { ...openid, gates: ['obuk'] as const };
    const opened = (choice: EvaluationChoice): readonly string[] => [
      ...conformanceProfilesOf(requested(), profile, choice),
    ];
    expect(opened('profile')).toEqual([...ALWAYS, 'obuk']);
    expect(opened('oidc')).toEqual([...ALWAYS, 'oidc']);
    expect(opened('fapi1')).toEqual([...ALWAYS, 'oidc', 'fapi1']);
    expect(opened('fapi2')).toEqual([...ALWAYS, 'fapi2']);
    expect(opened('obuk')).toEqual([...ALWAYS, 'oidc', 'fapi1', 'obuk']);
  });

  it('let a rule through when one of its gates is open', () => {
    const open = new Set(['base', 'fapi1'] as const);
    expect([isOpen('base', open), isOpen('oidc', open), isOpen(['oidc', 'fapi1'], open)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
