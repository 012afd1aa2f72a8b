import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAuthorizeUrl } from '../../../lib/oauth/build-authorize-url.ts';
import { connectpay } from '../../../lib/providers/connectpay.ts';
import { readPasted } from '../../../lib/providers/read-pasted.ts';
import { CATALOGUE } from '../support/catalogue.ts';

// The sample of Leatherback's Customer Authorization document, with its space before &state.
const LEATHERBACK_SAMPLE =
  'https://app-leatherback-openbanking-dev.azurewebsites.net?request=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRfaWQiOiJENDY0QzlENzg2Mjc0NDgzOUE1ODM4MjEzNzlERjI2MCIsInJlZGlyZWN0X3VyaSI6Imh0dHBzOi8vZGV2ZWxvcGVyLnJldm9sdXQuY29tIiwic2NvcGUiOiJhY2NvdW50IiwicmVzcG9uc2VfdHlwZSI6ImNvZGUgaWRfdG9rZW4iLCJjYWxsYmFja191cmwiOiJodHRwczovL2RldmVsb3Blci5yZXZvbHV0LmNvbS8iLCJvcGVuYmFua2luZ19pbnRlbnRfaWQiOiI1OTE4OTA5MS01NDViLTQwZGUtOTNhMy00MTY2YzlhZTJkOTAiLCJuYmYiOjIwMjkyNzY4NTcsImV4cCI6MjAyOTI4MDQ1NywiaWF0IjoyMDI5Mjc2ODU3fQ.stK_t2vLV4PAejjjpRmy39a3wKAXVpyINadmGABTPAU &state=example_state';

describe('readPasted', () => {
  test('Leatherback’s sample: the fields from inside the request object, the rest as extra claims', () => {
    expect(readPasted(LEATHERBACK_SAMPLE, CATALOGUE)).toEqual({
      profileId: 'leatherback',
      environmentId: 'dev',
      endpoint: 'https://app-leatherback-openbanking-dev.azurewebsites.net',
      values: {
        response_type: 'code id_token',
        client_id: 'D464C9D7862744839A583821379DF260',
        redirect_uri: 'https://developer.revolut.com',
        scope: 'account',
        openbanking_intent_id: '59189091-545b-40de-93a3-4166c9ae2d90',
        state: 'example_state',
      },
      extras: [
        { name: 'callback_url', value: 'https://developer.revolut.com/', in: 'request object' },
        { name: 'nbf', value: '2029276857', in: 'request object' },
        { name: 'exp', value: '2029280457', in: 'request object' },
        { name: 'iat', value: '2029276857', in: 'request object' },
      ],
    });
  });

  test('ConnectPay’s newer spelling: into the field, and into the environment that sends it', () => {
    const [sandbox] = connectpay.environments;
    const values = { client_id: 'c', flowid: 'GetPSD2AuthCode', redirect_url: 'https://tpp.example/cb' };
    const endpoint = sandbox.authorizationEndpoint;
    const spellings = { flowid: 'flowId' };
    const { url } = buildAuthorizeUrl({ profile: connectpay, endpoint, values, spellings });
    expect(url).toBe(
      `${endpoint}?client_id=c&flowId=GetPSD2AuthCode&redirect_url=https%3A%2F%2Ftpp.example%2Fcb`,
    );
    const newer = { profileId: 'connectpay', environmentId: 'sandbox-flowId', endpoint, values, extras: [] };
    expect(readPasted(url, CATALOGUE)).toEqual(newer);
    expect(readPasted(url.replace('flowId', 'flowid'), CATALOGUE)).toEqual({
      ...newer,
      environmentId: 'sandbox',
    });
  });

  test('an unknown server: known parameters into fields, others and repeats into extra rows', () => {
    expect(
      readPasted(
        '  https://sso.example/a?client_id=c&response_type=code&client_id=d&foo=b%20r \n',
        CATALOGUE,
      ),
    ).toEqual({
      profileId: 'oauth',
      endpoint: 'https://sso.example/a',
      values: { client_id: 'c', response_type: 'code' },
      extras: [
        { name: 'client_id', value: 'd', in: 'query' },
        { name: 'foo', value: 'b r', in: 'query' },
      ],
    });
  });

  test.each(['', 'text', 'javascript:alert(1)', 'https://', '?client_id=c'])('%o is no URL', (text) => {
    expect(readPasted(text, CATALOGUE)).toBeUndefined();
  });

  test('reads back what was built', () => {
    const names = connectpay.parameters.map(({ name }) => name);
    const endpoint = connectpay.environments[0].authorizationEndpoint;
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 7, maxLength: 7 }), (texts) => {
        const values = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
        const { url } = buildAuthorizeUrl({ profile: connectpay, endpoint, values });
        expect(readPasted(url, CATALOGUE)).toEqual({
          profileId: 'connectpay',
          environmentId: 'sandbox',
          endpoint,
          values,
          extras: [],
        });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => void readPasted(`https://x.example/?${text}`, CATALOGUE),
      ),
    );
  });
});
