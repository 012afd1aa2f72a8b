import { describe, expect, it } from 'vitest';
import { concludeStorage } from '../../../../lib/flow/app-storage/conclude-storage.ts';
import { wantedOf } from '../../../../lib/flow/app-storage/wanted-of.ts';
import type { Flow } from '../../../../lib/flow/types.ts';
import { answered, authorizeUrl, requested } from '../../rules/support/flows.ts';

const HERE = 'https://app.example';
const THERE = 'http://localhost:3000';
const entry = { area: 'sessionStorage', name: 'oidc.s1', holds: ['state'] } as const;
const from = (initiator: string): Flow => ({ ...answered(), initiator });
const at = (origin: string, flow: Flow, found: boolean) =>
  concludeStorage(flow, { origin, entries: found ? [entry] : [], total: 1 });

describe('concludeStorage', () => {
  it('says where it is stored, and that the callback came to another origin', () => {
    expect(at(HERE, from(HERE), true)).toEqual({ kind: 'found', origin: HERE });
    expect(at(THERE, from(THERE), true)).toEqual({ kind: 'at-other-origin', origin: THERE, callback: HERE });
    expect(at(THERE, requested(), true)).toEqual({ kind: 'at-other-origin', origin: THERE, callback: HERE });
  });

  it('says why nothing is found', () => {
    expect(at(HERE, from(THERE), false)).toEqual({ kind: 'began-elsewhere', origin: THERE, callback: HERE });
    expect(at(HERE, from(HERE), false)).toEqual({ kind: 'gone', origin: HERE });
    expect(at(HERE, answered(), false)).toEqual({ kind: 'gone', origin: HERE });
    expect(at('https://other.example', answered(), false)).toEqual({
      kind: 'not-here',
      origin: 'https://other.example',
      callback: HERE,
    });
  });
});

describe('wantedOf', () => {
  it('is state, nonce and challenge, which is plain unless its method is S256', () => {
    const url = (method: string | undefined) =>
      authorizeUrl({ nonce: 'n', code_challenge: 'c', code_challenge_method: method });
    expect(wantedOf(requested(url('S256')))).toEqual({ state: 's1', nonce: 'n', challenge: 'c' });
    expect(wantedOf(requested(url(undefined)))).toEqual({
      state: 's1',
      nonce: 'n',
      challenge: 'c',
      isPlain: true,
    });
    expect(wantedOf(requested(authorizeUrl()))).toEqual({ state: 's1' });
  });
});
