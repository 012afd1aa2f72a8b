import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../lib/providers/types.ts';
import { profileOf } from './support/whole-profiles.ts';

const connectpay = profileOf('connectpay');
const finapi = profileOf('finapi');
const leatherback = profileOf('leatherback');
const obp = profileOf('obp');

/** What each document contradicts, in a few words that only a note about it has. */
type Contradictions = readonly (readonly [what: string, submitted: RegExp])[];

const LEATHERBACK: Contradictions = [
  ['PS256 in the text, HS256 in every sample', /PS256 and a kid.*every sample token is HS256/],
  ['scope accounts and account', /says accounts, the sample token account/],
  ['the intent nested and flat', /nests it under claims\.id_token; the sample token has it flat/],
  ['claims of the sample that no text knows', /callback_url, nbf, exp and iat.*no kid/],
  ['redirect_uri without, callback_url with a slash', /without and callback_url with a slash/],
  [
    'an id_token that never comes, in the query, without nonce and openid',
    /has none and uses the query.*No nonce/,
  ],
  ['authorizationCode and code', /calls it authorizationCode, this call code/],
  ['a space before &state', /space before &state/],
  ['state outside of the signature', /outside of the signed object/],
  ['a token that begins in 2034', /not valid before 2034/],
  ['a signature certificate that is a password', /no X\.509 certificate and signs nothing/],
  [
    'a JWKS endpoint that nobody registers',
    /JWKs endpoint you specified during registration.*no (such )?field/,
  ],
  ['a required header that the command leaves out', /lists this header; the sample command leaves it out/],
  ['password instead of client_secret', /takes the place of client_secret/],
  ['the certificate inside a token, spelt in two ways', /Adaobi93@.*Adaobi@/],
  ['expires_in and exp', /63919.*300 seconds/],
  ['three client ids', /three different (client )?ids/],
  ['Links.Self of another consent', /Links\.Self is not the consent.*unencoded callbackUrl/],
  ['a consent that was over when it began', /expired the day before it was created/],
  ['permissions of the table and of the sample', /permissions table knows the two account permissions/],
  ['three and seven digits after the second', /three digits after the second, answers seven/],
  ['callbackUrl and redirect_uri', /How it relates to the redirect_uri/],
  ['a web view on mobile devices', /RFC 8252 section 8\.12/],
  ['hosts of four domains', /azurewebsites\.net, leatherback\.co and leatherback\.com/],
  ['another state inside the code of the webhook', /expect_state_value.*random_state_value/],
  ['an id_token that is none', /opaque text that begins with oa_stg_/],
];

const CONNECTPAY: Contradictions = [
  ['four spellings of the callback', /four ways: redirect_url.*TPP-Redirect-URI.*redirectUrl.*redirect_uri/],
  ['flowid and flowId', /guide writes flowid; newer pages.*flowId/],
  ['nonce in the text, not in the sample', /text requires it and the sample request leaves it out/],
  ['a sample that cannot be copied', /no host, an empty redirect_url, a stray &, an unencoded space/],
  ['301 for a redirect of one transaction', /301.*RFC 9110 section 15\.4\.2.*RFC 9700 section 4\.12/],
  ['the TPP that authenticates', /says that the TPP does, it means the PSU/],
  ['stateflowid', /stateflowid/],
  ['a code of 24 hours', /24 hours; RFC 6749 section 4\.1\.2/],
  ['only the hostname is compared', /Only the hostname is compared.*RFC 9700 section 4\.1\.3/],
  ['a lifetime that is a text', /refresh_token_expires_in a text/],
  ['a nonce that never comes back', /never comes back, because there is no id_token/],
  ['proprietary scopes on the page about PSD2', /shows the proprietary scopes ob-ps:authz-nosca/],
];

const FINAPI: Contradictions = [
  ['client_secret missing from the list', /leaves it out\. It is required all the same/],
  ['bodies that are not shown', /shows none; nor does it show the answer/],
  ['accessToken and access_token', /calls it accessToken; Access calls it access_token/],
  ['processToken and process-token', /calls it processToken, the next call process-token/],
  ['a GET that changes something', /GET that changes something/],
  [
    '“prerequisite for creating a user”, copied',
    /prerequisite for creating a user.*copied from the step before/,
  ],
  ['bearer in lower case, 3599 and 3600', /lower case.*3599 or 3600/],
  ['/api/v2 and addresses without it', /\/oauth\/token and \/api\/v1\/users/],
  ['credentials in a JSON body', /credentials in the JSON body/],
  ['“multi-blanking”', /multi-blanking.*stray/],
  ['a grant that RFC 9700 forbids', /RFC 9700 section 2\.4 forbids/],
];

const OBP: Contradictions = [
  ['RS256 in the text, HS256 in the sample', /demands RS256; every sample token is HS256/],
  ['two network names', /AIRNODE\.TESTNET\.ETHEREUM and ETHEREUM/],
  ['three spellings of provider', /use “dauth”.*ETHEREUM.*OBP-20103/],
  ['malformed hexadecimal', /42 digits after 0x instead of 40.*odd number of digits/],
  ['0X and 0x', /capital 0X/],
  ['the body of version 4.0.0', /with is_system or views, is the body of version 4\.0\.0.*OBP-10001/],
  ['a list that is one object', /shows the answer as a list in square brackets/],
  ['a secret that is a public key', /speaks of a secret; the value is the path of a PEM file/],
  ['Host and Accept of the sample', /Host: localhost:8080 and Accept: \//],
  ['a consumer that nobody checks', /validates the consumer; the code looks consumer_key up/],
  ['“Look for token”', /Look for token/],
  ['a timestamp that nobody checks', /timestamp is there and nobody looks at it/],
  [
    'account holders, except for Revoke',
    /Create and Grant say that you must be an account holder; Revoke does not/,
  ],
  [
    'flags false in the list, true in the JSON',
    /list of answer fields shows false or nothing, the JSON below it true/,
  ],
  ['DAuth is not enabled there', /says that DAuth is not enabled there/],
];

/** Every text of a profile that somebody reads. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe.each<readonly [string, Profile, Contradictions, number]>([
  ['Leatherback', leatherback, LEATHERBACK, 26],
  ['ConnectPay', connectpay, CONNECTPAY, 12],
  ['finAPI', finapi, FINAPI, 11],
  ['Open Bank Project', obp, OBP, 15],
])('what the documents of %s contradict', (_, profile, contradictions, count) => {
  test(`is ${count} things`, () => {
    expect(contradictions).toHaveLength(count);
  });

  test.each(contradictions)('tells of %s', (_what, submitted) => {
    expect(texts(profile).filter((text) => submitted.test(text))).not.toEqual([]);
  });
});
