import { afterEach, describe, expect, test } from 'vitest';
import {
  allProfiles,
  launchableProfiles,
  originOfProfile,
  profileById,
  setAddedProfiles,
  watchProfiles,
} from '../../../lib/providers/catalogue.ts';
import { identifyProfile } from '../../../lib/providers/identify.ts';
import { FALLBACK_PROFILE, PROFILES } from '../../../lib/providers/registry.ts';
import { SAMPLE } from './sample-profile.ts';

afterEach(() => setAddedProfiles({ own: [], organisation: [] }));

describe('the catalogue', () => {
  test('is what is built in until profiles are added', () => {
    expect(allProfiles()).toEqual(PROFILES);
    expect(profileById('acme')).toBe(FALLBACK_PROFILE);
  });

  test('puts the organisation’s before the user’s, and the fallback last', () => {
    const shipped = { ...SAMPLE, id: 'shipped' };
    setAddedProfiles({ own: [SAMPLE], organisation: [shipped] });
    expect(allProfiles().slice(-3)).toEqual([shipped, SAMPLE, FALLBACK_PROFILE]);
    expect(launchableProfiles()).toContain(SAMPLE);
    expect(profileById('acme')).toBe(SAMPLE);
    expect(['shipped', 'acme', 'openid'].map(originOfProfile)).toEqual(['organisation', 'own', 'built-in']);
  });

  test('never lets an added profile take the id of a built-in one', () => {
    setAddedProfiles({
      own: [
        { ...SAMPLE, id: 'openid' },
        { ...SAMPLE, id: 'oauth' },
      ],
      organisation: [],
    });
    expect(allProfiles()).toEqual(PROFILES);
  });

  test('tells of changes until it is no longer asked to', () => {
    let told = 0;
    const stop = watchProfiles(() => told++);
    setAddedProfiles({ own: [SAMPLE], organisation: [] });
    stop();
    setAddedProfiles({ own: [], organisation: [] });
    expect(told).toBe(1);
  });

  test('recognises flows of an added profile by its address and its hosts', () => {
    setAddedProfiles({ own: [SAMPLE], organisation: [] });
    const facts = { parameterNames: ['client_id'], scope: 'openid' };
    expect(identifyProfile({ ...facts, url: 'https://login.acme.example/authorize?x=1' })).toBe('acme');
    expect(identifyProfile({ ...facts, url: 'https://login.acme.example/other' })).toBe('acme');
    expect(identifyProfile({ ...facts, url: 'https://other.example/' })).toBe('openid');
  });
});
