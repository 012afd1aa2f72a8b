import { describe, expect, test } from 'vitest';
import { BUILT_IN_STEPS } from '../../../lib/providers/built-in-steps.ts';
import { callbackSpellings } from '../../../lib/providers/callback-spellings.ts';
import {
  aliasesOf,
  createCatalogue,
  launchableProfiles,
  originOfProfile,
  profileById,
} from '../../../lib/providers/catalogue.ts';
import { identifyProfile } from '../../../lib/providers/identify.ts';
import { duplicateProfile } from '../../../lib/providers/new-profile.ts';
import { FALLBACK_PROFILE, PROFILES } from '../../../lib/providers/registry.ts';
import { SAMPLE } from './sample-profile.ts';

describe('the catalogue', () => {
  test('is what is built in until profiles are added', () => {
    const catalogue = createCatalogue();
    expect(catalogue.profiles).toEqual(PROFILES);
    expect(profileById(catalogue, 'acme')).toBe(FALLBACK_PROFILE);
  });

  test('puts the organisation’s before the user’s, and the fallback last', () => {
    const shipped = { ...SAMPLE, id: 'shipped' };
    const catalogue = createCatalogue({ own: [SAMPLE], organisation: [shipped] });
    expect(catalogue.profiles.slice(-3)).toEqual([shipped, SAMPLE, FALLBACK_PROFILE]);
    expect(launchableProfiles(catalogue)).toContain(SAMPLE);
    expect(profileById(catalogue, 'acme')).toBe(SAMPLE);
    const origins = ['shipped', 'acme', 'openid'].map((id) => originOfProfile(catalogue, id));
    expect(origins).toEqual(['organisation', 'own', 'built-in']);
  });

  test('never lets an added profile take the id of a built-in one', () => {
    const own = [
      { ...SAMPLE, id: 'openid' },
      { ...SAMPLE, id: 'oauth' },
    ];
    expect(createCatalogue({ own }).profiles).toEqual(PROFILES);
  });

  test('is a value: another one made beside it changes nothing in it', () => {
    const before = createCatalogue();
    const after = createCatalogue({ own: [SAMPLE], steps: BUILT_IN_STEPS });
    expect(before.profiles).toEqual(PROFILES);
    expect(PROFILES.every(({ steps }) => steps === undefined)).toBe(true);
    expect(profileById(after, 'connectpay').steps).toBe(BUILT_IN_STEPS.connectpay);
  });

  test('recognises flows of an added profile by its address and its hosts', () => {
    const catalogue = createCatalogue({ own: [SAMPLE] });
    const facts = { parameterNames: ['client_id'], scope: 'openid' };
    const idOf = (url: string): string => identifyProfile({ ...facts, url }, catalogue);
    expect(idOf('https://login.acme.example/authorize?x=1')).toBe('acme');
    expect(idOf('https://login.acme.example/other')).toBe('acme');
    expect(idOf('https://other.example/')).toBe('openid');
  });
});

describe('spellings', () => {
  const own = {
    ...SAMPLE,
    aliases: { authCode: 'code', 'return-to': 'redirect_uri', errorText: 'error' },
  } as const;
  const other = { ...SAMPLE, id: 'other', aliases: { authCode: 'id_token' } } as const;
  const catalogue = createCatalogue({ own: [own, other] });

  test('of every profile are known together', () => {
    expect(catalogue.aliases).toMatchObject({
      authCode: 'code',
      'return-to': 'redirect_uri',
      authorizationCode: 'code',
      redirect_url: 'redirect_uri',
    });
    expect(callbackSpellings(catalogue)).toEqual({
      code: ['code', 'authCode', 'authorizationCode', 'authorization_code'],
      id_token: ['id_token'],
      access_token: ['access_token'],
      error: ['error', 'errorText'],
      response: ['response'],
      state: ['state'],
    });
  });

  test('mean for a profile what it says, whatever another one means by them', () => {
    expect(aliasesOf(catalogue, 'acme').authCode).toBe('code');
    expect(aliasesOf(catalogue, 'other').authCode).toBe('id_token');
    expect(aliasesOf(catalogue, 'openid')).toBe(catalogue.aliases);
  });

  test('tell authorization traffic from other traffic', () => {
    const { inUrl, inForm } = catalogue.traffic;
    expect(inUrl.test('https://app.example/?a=1&authCode=x')).toBe(true);
    expect(inUrl.test('https://as.example/authorize?return-to=x')).toBe(true);
    expect(inUrl.test('https://as.example/authorize?myauthCode=x')).toBe(false);
    expect(inForm.has('errorText')).toBe(true);
    expect(createCatalogue().traffic.inForm.has('errorText')).toBe(false);
  });
});

test('a copy of a profile stays in its family, and a copy of the copy too', () => {
  const connectpay = profileById(createCatalogue(), 'connectpay');
  const copy = duplicateProfile(connectpay, ['connectpay']);
  const second = duplicateProfile(copy, ['connectpay', copy.id]);
  expect([copy.id, copy.family, second.family]).toEqual(['copy-of-connectpay', 'connectpay', 'connectpay']);
  const { families } = createCatalogue({ own: [copy, second] });
  expect(families.get('connectpay')?.map(({ id }) => id)).toEqual(['connectpay', copy.id, second.id]);
});
