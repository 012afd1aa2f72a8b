import { describe, expect, test } from 'vitest';
import { buildRequest } from '../../../lib/calls/build-request.ts';
import { fieldKey } from '../../../lib/calls/field-key.ts';
import { resultsOf } from '../../../lib/calls/results-of.ts';
import { checkDauth } from '../../../lib/dauth/checks.ts';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { profileById } from '../../../lib/providers/catalogue.ts';
import { checkDraft } from '../../../lib/providers/check-draft.ts';
import { readPasted } from '../../../lib/providers/read-pasted.ts';
import type { Profile } from '../../../lib/providers/types.ts';
import { ALIASES, CATALOGUE } from '../support/catalogue.ts';
import * as connectpaySamples from './samples/connectpay.ts';
import * as finapiSamples from './samples/finapi.ts';
import * as leatherbackSamples from './samples/leatherback.ts';
import * as obpSamples from './samples/obp.ts';
import { profileOf } from './support/whole-profiles.ts';

const connectpay = profileOf('connectpay');
const finapi = profileOf('finapi');
const leatherback = profileOf('leatherback');
const obp = profileOf('obp');

const NOW = Date.parse('2024-07-01T17:46:17Z');

const stepOf = (profile: Profile, id: string) => {
  const step = profile.steps?.find((one) => one.id === id);
  if (!step) throw new Error(`${profile.id} has no step ${id}.`);
  return step;
};

/** What a step with these values, by field name, sends and what is wrong with it. */
function built(profile: Profile, id: string, given: Readonly<Record<string, string>>) {
  const step = stepOf(profile, id);
  const values = Object.fromEntries(
    step.fields.map((field) => [fieldKey(field), given[field.name] ?? field.default ?? '']),
  );
  const authentication = step.request?.clientAuthentication?.[0];
  const bases = profile.environments[1]?.bases ?? {};
  const { request, problems } = buildRequest({ step, values, bases, authentication, now: NOW });
  const text = (segments: readonly { text: string }[] = []): string =>
    segments.map((segment) => segment.text).join('');
  return {
    url: text(request?.url),
    body: text(request?.body),
    problems: problems.filter(({ code }) => code !== 'missing').map(({ field, code }) => `${field}: ${code}`),
  };
}

/** Codes of what is wrong with a pasted authorize URL, each with its parameter. */
function problemsOf(url: string): readonly string[] {
  const pasted = readPasted(url, CATALOGUE);
  if (!pasted) return ['no URL'];
  const { profileId, endpoint, values, extras } = pasted;
  return checkDraft({ profile: profileById(CATALOGUE, profileId), endpoint, values, extras }, ALIASES).map(
    ({ parameter = 'endpoint', code }) => `${parameter}: ${code}`,
  );
}

const given = (profile: Profile, id: string, json: unknown) =>
  resultsOf(stepOf(profile, id), json as never, NOW);

describe('the samples of Leatherback', () => {
  test('decode: HS256 without kid, valid from 2034, the intent flat', () => {
    const { header, payload } = decodeToken(leatherbackSamples.AUTHORIZE_URL.split(/[= ]/)[1] ?? '');
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(payload).toMatchObject({
      nbf: 2029276857,
      openbanking_intent_id: '59189091-545b-40de-93a3-4166c9ae2d90',
      scope: 'account',
    });
    expect(new Date(2029276857 * 1000).toISOString()).toBe('2034-04-22T00:00:57.000Z');
  });

  test('the request object breaks two rules of its own text', () => {
    expect(problemsOf(leatherbackSamples.AUTHORIZE_URL)).toEqual(
      expect.arrayContaining(['scope: not-one-of', 'state: too-short']),
    );
  });

  test('the state inside of the webhook’s code differs from the one beside it', () => {
    const { authorizationCode, state } = leatherbackSamples.WEBHOOK;
    expect(decodeToken(authorizationCode).payload).toEqual({ state: 'expect_state_value' });
    expect(state).toBe('random_state_value');
  });

  test('the registration is sound, and its answer fills the later steps', () => {
    const certificate = { 'signature-certificate': 'Adaobi@' };
    const { url, body, problems } = built(leatherback, 'register', {
      ...leatherbackSamples.REGISTRATION,
      ...certificate,
    });
    expect(url).toBe('https://api-openbanking.leatherback.co/api/account/registration');
    expect(JSON.parse(body)).toEqual(leatherbackSamples.REGISTRATION);
    expect(problems).toEqual([]);
    expect(given(leatherback, 'register', leatherbackSamples.REGISTERED)).toEqual([
      { name: 'ClientId', value: '74EB610C710938923806817AD4631EB3', secret: false },
      { name: 'Certificate', value: 'Adaobi@', secret: true },
    ]);
  });

  test('the client token carries the certificate, and ends long before expires_in', () => {
    const { access_token, expires_in } = leatherbackSamples.CLIENT_TOKEN;
    const { payload } = decodeToken(access_token);
    expect(payload).toMatchObject({ certificate: 'Adaobi93@' });
    expect(Number(payload?.exp) - Number(payload?.iat)).toBe(300);
    expect(expires_in).toBe(63919);
    expect(given(leatherback, 'client-token', leatherbackSamples.CLIENT_TOKEN)).toEqual([
      { name: 'client_access_token', value: access_token, secret: true, expiresAt: NOW + 300_000 },
    ]);
  });

  test('the consent is over already', () => {
    const { body, problems } = built(leatherback, 'consent', leatherbackSamples.CONSENT);
    expect(JSON.parse(body)).toEqual({
      Data: {
        Permissions: ['ReadAccountsBasic', 'ReadBeneficiariesBasic', 'ReadBeneficiariesDetail'],
        ExpirationDateTime: '2024-06-30T08:38:43.527Z',
        TransactionFromDateTime: '2024-06-29T08:38:43.527Z',
        TransactionToDateTime: '2024-06-30T08:38:43.527Z',
      },
      Risk: {},
    });
    expect(problems).toEqual(['json Data.ExpirationDateTime: date-passed']);
  });

  test('the ConsentId is that of Data, not that of Links.Self', () => {
    expect(given(leatherback, 'consent', leatherbackSamples.CONSENT_ANSWER)).toEqual([
      { name: 'ConsentId', value: '9584b369-44dc-450e-8403-d04945e623bd', secret: false },
      { name: 'Status', value: 'AwaitingAuthorisation', secret: false },
    ]);
  });
});

describe('the samples of ConnectPay', () => {
  test('the authorize request cannot be sent', () => {
    const { SAMPLE_QUERY } = connectpaySamples;
    expect(readPasted(SAMPLE_QUERY, CATALOGUE)).toBeUndefined();
    expect(problemsOf(`https://api-stage.connectpay.com/auth/v1/oauth2/authorize${SAMPLE_QUERY}`)).toEqual([
      'redirect_url: missing',
      'state: too-short',
      'nonce: missing',
    ]);
  });

  test('the exchange is written as in the sample', () => {
    const { body, url } = built(connectpay, 'exchange', {
      code: '1f9ae0a1-21f9-145c-9939-75c281a3b06b',
      'X-Request-ID': '5800bbfa-d4b3-410e-a448-f50f4d4a908c',
    });
    expect([url, body]).toEqual([
      'https://api-stage.connectpay.com/auth/v1/oauth2/token',
      connectpaySamples.EXCHANGE_FORM,
    ]);
  });

  test('both lifetimes of the answer are read, the number and the text', () => {
    expect(given(connectpay, 'exchange', connectpaySamples.TOKEN_ANSWER)).toEqual([
      {
        name: 'access_token',
        value: 'a6bcc5df-6c04-345b-b55c-c58c16b8cd40',
        secret: true,
        expiresAt: NOW + 3_600_000,
      },
      {
        name: 'refresh_token',
        value: 'e6e0cb4f-d822-3809-9981-588291bee1d1',
        secret: true,
        expiresAt: NOW + 2_592_000_000,
      },
      { name: 'scope', value: 'ob-ps:authz-nosca ob-ps ob-as', secret: false },
    ]);
  });
});

describe('the samples of finAPI', () => {
  test('a process is created as in the sample, and its token is exchanged', () => {
    const { url, body, problems } = built(finapi, 'create-process', {
      clientId: finapiSamples.PROCESS_BODY.clientId,
      clientSecret: finapiSamples.PROCESS_BODY.clientSecret,
      'clientReferences.0.clientReference': '<customer-reference>',
    });
    expect(url).toBe('https://di-processctl-finapi-general-sandbox.finapi.io/api/v1/processes');
    expect([JSON.parse(body), problems]).toEqual([finapiSamples.PROCESS_BODY, []]);
    const [processToken] = given(finapi, 'create-process', finapiSamples.PROCESS_ANSWER);
    expect(processToken).toMatchObject({ value: '8f92ec58-b9b9-11ec-8422-0242ac120002', secret: true });
    const exchange = built(finapi, 'process-token', { 'process-token': processToken?.value ?? '' });
    expect(exchange.url).toBe(
      'https://di-processctl-finapi-general-sandbox.finapi.io/api/v1/processes/8f92ec58-b9b9-11ec-8422-0242ac120002?invalidate=true',
    );
    expect(given(finapi, 'process-token', finapiSamples.PROCESS_TOKEN_ANSWER)).toMatchObject([
      { name: 'user_access_token', value: '89e3b64c-b9ba-11ec-8422-0242ac120002', secret: true },
    ]);
  });
});

describe('the samples of the Open Bank Project', () => {
  test('the token decodes, and is none that the server takes', () => {
    const { header, payload } = decodeToken(obpSamples.DAUTH_TOKEN);
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(payload).toEqual({ ...obpSamples.DAUTH_PAYLOAD, network_name: 'ETHEREUM' });
    const findings = checkDauth({ header: header ?? {}, claims: payload ?? {}, now: NOW });
    expect(
      findings.filter(({ severity }) => severity !== 'information').map(({ rule, at }) => `${rule} ${at}`),
    ).toEqual(expect.arrayContaining(['DA01 header.alg']));
  });

  test('the answer of users/current shows the provider of before', () => {
    expect(given(obp, 'users-current', obpSamples.CURRENT_USER)).toEqual([
      { name: 'current_user_id', value: '4c4d3175-1e5c-4cfd-9b08-dcdc209d8221', secret: false },
      { name: 'provider', value: 'ETHEREUM', secret: false },
      { name: 'current_username', value: '0xe123425E7734CE288F8367e1Bb143E90bb3F051224', secret: false },
    ]);
  });

  test('the provider of the sample body is refused, and is_system is left out', () => {
    const { body, problems } = built(obp, 'create-user-access', obpSamples.CREATE_FIELDS);
    expect(JSON.parse(body)).toEqual({ username: 'felixsmith', provider: 'ETHEREUM', view_id: 'owner' });
    expect(problems).toEqual(['json provider: wrong-start']);
  });

  test('the body of version 4.0.0 is the one with is_system', () => {
    const fields = { ...obpSamples.CREATE_FIELDS, 'views.0.view_id': 'owner', 'views.0.is_system': 'true' };
    const { body } = built(obp, 'create-user-access-v4', fields);
    expect(JSON.parse(body)).toEqual({
      username: 'felixsmith',
      provider: 'ETHEREUM',
      views: [{ view_id: 'owner', is_system: true }],
    });
  });

  test('Grant and Revoke are written as in the sample', () => {
    const base = 'https://api-explorer.ttk.com.mk/obp/v5.1.0/banks/gh.29.uk/accounts';
    const path = `${base}/8ca8a7e4-6d02-40e3-a129-0b2bf89de9f0/views/owner/account-access`;
    for (const [id, end] of [
      ['grant-access', 'grant'],
      ['revoke-access', 'revoke'],
    ] as const) {
      const { url, body, problems } = built(obp, id, obpSamples.GRANT_FIELDS);
      expect([url, JSON.parse(body), problems]).toEqual([
        `${path}/${end}`,
        { user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1', view_id: 'owner' },
        [],
      ]);
    }
  });
});
