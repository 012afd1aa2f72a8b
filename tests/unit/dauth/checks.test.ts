import { describe, expect, it } from 'vitest';
import { checkDauth } from '../../../lib/dauth/checks.ts';
import { DAUTH_CLAIMS } from '../../../lib/dauth/claims.ts';
import { addressCase, checksumAddress, isAddress } from '../../../lib/dauth/eip55.ts';
import type { DauthContext } from '../../../lib/dauth/finding.ts';
import { dauthHeaderLine, dauthUser } from '../../../lib/dauth/header.ts';
import { findObpError, OBP_ERRORS } from '../../../lib/dauth/obp-errors.ts';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { SAMPLES } from '../jwt/samples.ts';

// EIP-55, Test Cases.
const ADDRESS = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const now = Date.parse('2021-11-05T14:13:40Z');
const sound: DauthContext = {
  header: { alg: 'RS256', typ: 'JWT' },
  claims: {
    smart_contract_address: ADDRESS,
    network_name: 'ETHEREUM',
    consumer_key: '0x1234',
    timestamp: '2021-11-04T14:13:40Z',
    exp: 1,
    jti: '1',
  },
  now,
};
const claimed = (claims: object): DauthContext => ({ ...sound, claims: { ...sound.claims, ...claims } });
const found = (context: DauthContext, severities = ['error', 'warning']) =>
  checkDauth(context)
    .filter(({ severity }) => severities.includes(severity))
    .map(({ rule, at }) => `${rule} ${at}`);

describe('checkDauth', () => {
  it('has nothing against a sound token, and tells its user and age', () => {
    expect(found(sound)).toEqual([]);
    expect(checkDauth(sound).map(({ rule, message }) => [rule, message])).toEqual([
      ['DA06', 'timestamp was 1 day ago; the server does not look at it.'],
      ['DA07', `The server takes the caller for ${ADDRESS} of dauth.ETHEREUM.`],
    ]);
  });

  it('finds what is wrong with the example of the documents', () => {
    const { header = {}, payload = {} } = decodeToken(SAMPLES.dauth);
    const rules = checkDauth({ header, claims: payload, now }).map(({ rule, at }) => `${rule} ${at}`);
    expect(rules).toEqual([
      'DA01 header.alg',
      'DA03 payload.smart_contract_address',
      'DA03 payload.msg_sender',
      'DA04 payload.msg_sender',
      'DA04 payload.consumer_key',
      'DA04 payload.request_id',
      'DA05 payload.request_id',
      'DA06 payload.timestamp',
      'DA07 payload.network_name',
      'DA12 payload',
    ]);
  });

  it.each<[string, DauthContext, string[]]>([
    ['HS256', { ...sound, header: { alg: 'HS256' } }, ['DA01 header.alg']],
    ['no alg', { ...sound, header: {} }, ['DA01 header.alg']],
    ['PS256', { ...sound, header: { alg: 'PS256' } }, []],
    ['a missing claim', claimed({ network_name: undefined }), ['DA02 payload.network_name']],
    ['a number', claimed({ consumer_key: 1 }), ['DA02 payload.consumer_key']],
    [
      'an address of 39 digits',
      claimed({ smart_contract_address: ADDRESS.slice(0, -1) }),
      ['DA03 payload.smart_contract_address', 'DA04 payload.smart_contract_address'],
    ],
    ['an odd number of digits', claimed({ consumer_key: '0x123' }), ['DA04 payload.consumer_key']],
    ['a capital X', claimed({ request_id: '0X12' }), ['DA05 payload.request_id']],
    ['a NumericDate', claimed({ timestamp: 1636035220 }), ['DA06 payload.timestamp']],
    ['a time zone', claimed({ timestamp: '2021-11-04T14:13:40+01:00' }), ['DA06 payload.timestamp']],
    [
      'the user of the token itself in the body',
      { ...sound, body: { provider: 'dauth.ETHEREUM', username: ADDRESS, view_id: 'owner' } },
      ['DA07 body.username'],
    ],
    [
      'another user in the body',
      { ...sound, body: { provider: 'dauth.OTHER', username: ADDRESS, view_id: 'owner' } },
      [],
    ],
    [
      'a provider without prefix',
      { ...sound, body: { provider: 'ETHEREUM', username: ADDRESS, view_id: 'owner' } },
      ['DA08 body.provider'],
    ],
    ['a body of version 4.0.0', { ...sound, body: { views: [] } }, ['DA11 body.views']],
    [
      'no header',
      { ...sound, requestHeaders: [{ name: 'Accept', value: '*/*' }] },
      ['DA09 request header DAuth'],
    ],
    [
      'a header in lower case',
      { ...sound, requestHeaders: [{ name: 'dauth', value: 'x' }] },
      ['DA09 request header DAuth'],
    ],
    [
      'a scheme word',
      { ...sound, requestHeaders: [{ name: 'DAuth', value: 'Bearer x' }] },
      ['DA09 request header DAuth'],
    ],
    [
      'two headers',
      {
        ...sound,
        requestHeaders: [
          { name: 'DAuth', value: 'x' },
          { name: 'DAuth', value: 'y' },
        ],
      },
      ['DA09 request header DAuth'],
    ],
    [
      'Authorization beside it',
      {
        ...sound,
        requestHeaders: [
          { name: 'DAuth', value: 'x' },
          { name: 'authorization', value: 'y' },
        ],
      },
      ['DA10 request header Authorization'],
    ],
    ['no end', claimed({ exp: undefined }), ['DA12 payload']],
  ])('%s', (_, context, rules) => {
    expect(found(context)).toEqual(rules);
  });

  it('tells of a checksum that does not fit', () => {
    const wrong = ADDRESS.replace('aA', 'AA');
    expect(checkDauth(claimed({ smart_contract_address: wrong }))[0]).toMatchObject({
      rule: 'DA03',
      severity: 'information',
      remedy: expect.stringContaining(ADDRESS),
    });
  });
});

describe('EIP-55', () => {
  // EIP-55, Test Cases.
  it.each([
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0xde709f2102306220921060314715629080e2fb77',
    '0x27b1fdb04752bbc536007a920d24acb045561c26',
    ADDRESS,
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ])('%s', (address) => {
    expect(checksumAddress(address.toLowerCase())).toBe(address);
    expect(isAddress(address)).toBe(true);
    expect(addressCase(address)).not.toBe('wrong');
  });

  it('has no checksum for what is no address', () => {
    expect(checksumAddress('0x12')).toBeUndefined();
    expect(checksumAddress(`0X${'0'.repeat(40)}`)).toBeUndefined();
  });
});

describe('the header', () => {
  it('is the token alone', () => {
    expect(dauthHeaderLine('a.b.c')).toBe('DAuth: a.b.c');
  });

  it('stands for a user', () => {
    expect(dauthUser(sound.claims)).toEqual({ provider: 'dauth.ETHEREUM', username: ADDRESS });
    expect(dauthUser({ network_name: 'ETHEREUM' })).toBeUndefined();
  });
});

describe('the tables', () => {
  it('have the six claims, three of them required', () => {
    expect(DAUTH_CLAIMS.map(({ name }) => name)).toHaveLength(6);
    expect(DAUTH_CLAIMS.filter(({ required }) => required)).toHaveLength(3);
  });

  it('have every error once, and find it in an answer', () => {
    const numbers = [
      5, 10001, 10007, 10404, 20001, 20003, 20005, 20013, 20017, 20047, 20065, 20066, 20067, 20068, 20069,
      20070, 20071, 20072, 20080, 20084, 20085, 20086, 20087, 20103, 20208, 30001, 30005, 30018, 30063, 30064,
      30065, 30205, 30206, 30216, 30220, 30252, 50000,
    ];
    expect(OBP_ERRORS.map(({ code }) => code)).toEqual(
      numbers.map((number) => `OBP-${String(number).padStart(5, '0')}`),
    );
    expect(findObpError('{"code":401,"message":"OBP-20001: User not logged in."}')).toMatchObject({
      status: 401,
    });
    expect(findObpError('OBP-99999')).toBeUndefined();
  });
});
