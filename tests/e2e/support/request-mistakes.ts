import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import type { EvaluationChoice } from '../../../lib/rules/evaluation-choice.ts';
import { urlOf } from '../../unit/rules/support/flows.ts';

type Fields = Readonly<Record<string, string | undefined>>;
type Claims = Readonly<Record<string, unknown>>;

/** A mistake on the request side, and the rules that must object with an error: no other may. */
export interface RequestMistake {
  readonly name: string;
  readonly rules: readonly string[];
  /** By what the flow is evaluated; by its profile unless it says otherwise. */
  readonly evaluate?: EvaluationChoice;
  /** True for a request that is opened in an iframe of the client. */
  readonly framed?: true;
  readonly url: (make: RequestMaker) => string | Promise<string>;
}

/** Makes sound authorize URLs of the sandbox's profiles, fresh each time but for what is changed. */
export interface RequestMaker {
  openid(change?: Fields): string;
  connectpay(change?: Fields): string;
  /** A signed request object, with the parameters beside it that OpenID Connect wants. */
  signed(claims?: Claims, outside?: Fields, header?: Claims): Promise<string>;
  leatherback(claims?: Claims, header?: Claims): Promise<string>;
}

const CALLBACK = 'http://127.0.0.1:4610/callback';
const OPENID = 'http://127.0.0.1:4603';
const seconds = (): number => Math.floor(Date.now() / 1_000);
const secret = (): string => randomBytes(24).toString('base64url');

/** Makes the maker with a key of its own; the provider need not know it. */
export async function createRequestMaker(): Promise<RequestMaker> {
  const ps256 = (await generateKeyPair('PS256')).privateKey;
  const rs256 = (await generateKeyPair('RS256')).privateKey;
  const sign = (claims: Claims, header: Claims): Promise<string> => {
    const whole = { alg: 'PS256', kid: 'request-key', ...header };
    const key: CryptoKey = whole.alg === 'RS256' ? rs256 : ps256;
    return new SignJWT({ ...claims }).setProtectedHeader(whole).sign(key);
  };
  return {
    openid(change = {}) {
      const challenge = createHash('sha256').update(secret()).digest('base64url');
      const sound = {
        response_type: 'code',
        client_id: 'grantscope-web',
        redirect_uri: CALLBACK,
        scope: 'openid email',
        state: secret(),
        nonce: randomUUID(),
        code_challenge: challenge,
        code_challenge_method: 'S256',
      };
      return urlOf(`${OPENID}/auth`, { ...sound, ...change });
    },
    connectpay(change = {}) {
      const sound = {
        response_type: 'code',
        client_id: '7d3069b2-0155-45c1-9600-7db93c3e5087',
        flowid: 'GetPSD2AuthCode',
        redirect_url: CALLBACK,
        scope: 'psd2-ais',
        state: secret(),
        nonce: randomUUID(),
      };
      return urlOf('http://127.0.0.1:4601/auth/v1/oauth2/authorize', { ...sound, ...change });
    },
    async signed(claims = {}, outside = {}, header = {}) {
      const now = seconds();
      const sound = {
        iss: 'grantscope-jar',
        aud: OPENID,
        iat: now,
        nbf: now,
        exp: now + 300,
        response_type: 'code id_token',
        client_id: 'grantscope-jar',
        redirect_uri: CALLBACK,
        scope: 'openid',
        state: secret(),
        nonce: randomUUID(),
      };
      const request = await sign({ ...sound, ...claims }, { typ: 'oauth-authz-req+jwt', ...header });
      const beside = { client_id: 'grantscope-jar', response_type: 'code id_token', scope: 'openid' };
      return urlOf(`${OPENID}/auth`, { ...beside, request, ...outside });
    },
    async leatherback(claims = {}, header = {}) {
      const sound = {
        response_type: 'code id_token',
        client_id: 'D464C9D7862744839A583821379DF260',
        redirect_uri: CALLBACK,
        scope: 'accounts',
        claims: { id_token: { openbanking_intent_id: { value: randomUUID() } } },
      };
      const request = await sign({ ...sound, ...claims }, header);
      return urlOf('http://127.0.0.1:4602/', { request, state: secret() });
    },
  };
}

/** Requests without a mistake: no rule objects with an error. */
export const SOUND_REQUESTS: readonly Omit<RequestMistake, 'rules'>[] = [
  { name: 'a code request of OpenID', url: ({ openid }) => openid() },
  { name: 'a signed request', url: ({ signed }) => signed() },
  { name: 'a signed request under FAPI 1.0', evaluate: 'fapi1', url: ({ signed }) => signed() },
  { name: 'a request of ConnectPay', url: ({ connectpay }) => connectpay() },
  { name: 'a request of Leatherback', url: ({ leatherback }) => leatherback() },
];

/** Mistakes that developers make, each made once. */
export const REQUEST_MISTAKES: readonly RequestMistake[] = [
  {
    name: 'response_type is forgotten',
    rules: ['AR01'],
    url: ({ openid }) => openid({ response_type: undefined }),
  },
  { name: 'client_id is forgotten', rules: ['AR02'], url: ({ openid }) => openid({ client_id: undefined }) },
  { name: 'state stands twice', rules: ['AR03'], url: ({ openid }) => `${openid()}&state=${secret()}` },
  {
    name: 'redirect_uri is relative',
    rules: ['AR06'],
    url: ({ openid }) => openid({ redirect_uri: '/callback' }),
  },
  {
    name: 'redirect_uri has a fragment',
    rules: ['AR06'],
    url: ({ openid }) => openid({ redirect_uri: `${CALLBACK}#x` }),
  },
  {
    name: 'redirect_uri uses http',
    rules: ['AR07'],
    url: ({ openid }) => openid({ redirect_uri: 'http://app.example/cb' }),
  },
  { name: 'scope has two spaces', rules: ['AR12'], url: ({ openid }) => openid({ scope: 'openid  email' }) },
  {
    name: 'scope lacks openid for an id_token',
    rules: ['AR13'],
    url: ({ openid }) => openid({ scope: 'email', response_type: 'code id_token' }),
  },
  {
    name: 'nothing binds the response',
    rules: ['AR14'],
    url: ({ openid }) =>
      openid({
        state: undefined,
        nonce: undefined,
        code_challenge: undefined,
        code_challenge_method: undefined,
      }),
  },
  {
    name: 'nonce is forgotten in a hybrid flow',
    rules: ['AR17'],
    url: ({ openid }) => openid({ response_type: 'code id_token', nonce: undefined }),
  },
  { name: 'PKCE is plain', rules: ['AR20'], url: ({ openid }) => openid({ code_challenge_method: 'plain' }) },
  {
    name: 'the PKCE method is forgotten',
    rules: ['AR20'],
    url: ({ openid }) => openid({ code_challenge_method: undefined }),
  },
  {
    name: 'the challenge has padding',
    rules: ['AR21'],
    url: ({ openid }) => openid({ code_challenge: `${'A'.repeat(43)}=` }),
  },
  {
    name: 'response_type has a comma',
    rules: ['AR36'],
    url: ({ openid }) => openid({ response_type: 'code,id_token' }),
  },
  {
    name: 'an id_token would come in the query',
    rules: ['AR25'],
    url: ({ openid }) => openid({ response_type: 'code id_token', response_mode: 'query' }),
  },
  {
    name: 'the client secret stands in the URL',
    rules: ['AR28'],
    url: ({ openid }) => openid({ client_secret: 'hush' }),
  },
  { name: 'prompt combines none', rules: ['AR29'], url: ({ openid }) => openid({ prompt: 'none login' }) },
  { name: 'an escape is broken', rules: ['AR31'], url: ({ openid }) => `${openid()}&login_hint=%zz` },
  {
    name: 'a code flow without JARM under FAPI 1.0',
    rules: ['AR24'],
    evaluate: 'fapi1',
    url: ({ signed }) => signed({ response_type: 'code' }, { response_type: 'code' }),
  },
  {
    name: 'a request that was not pushed under FAPI 2.0',
    rules: ['AR34'],
    evaluate: 'fapi2',
    url: ({ openid }) => openid(),
  },
  {
    name: 'request and request_uri together',
    rules: ['RO01'],
    url: ({ signed }) => signed({}, { request_uri: 'urn:example:1' }),
  },
  {
    name: 'a request inside a request',
    rules: ['RO02'],
    url: ({ signed }) => signed({ request_uri: 'urn:example:1' }),
  },
  {
    name: 'client_id differs from the claim',
    rules: ['RO03'],
    url: ({ signed }) => signed({}, { client_id: 'grantscope-web' }),
  },
  {
    name: 'response_type differs from the claim',
    rules: ['RO05'],
    url: ({ signed }) => signed({}, { response_type: 'code' }),
  },
  {
    name: 'an expired request object',
    rules: ['RO12'],
    url: ({ signed }) => signed({ exp: seconds() - 60 }),
  },
  {
    name: 'a space after the request object',
    rules: ['AR31'],
    url: async ({ signed }) => (await signed()).replace(/(request=[^&]*)/, '$1%20'),
  },
  {
    name: 'aud is missing under FAPI 1.0',
    rules: ['RO08'],
    evaluate: 'fapi1',
    url: ({ signed }) => signed({ aud: undefined }),
  },
  {
    name: 'exp is missing under FAPI 1.0',
    rules: ['RO10'],
    evaluate: 'fapi1',
    url: ({ signed }) => signed({ exp: undefined }),
  },
  {
    name: 'nbf is missing under FAPI 1.0',
    rules: ['RO11'],
    evaluate: 'fapi1',
    url: ({ signed }) => signed({ nbf: undefined }),
  },
  {
    name: 'nonce outside of the object under FAPI 1.0',
    rules: ['RO06'],
    evaluate: 'fapi1',
    url: ({ signed }) => signed({ nonce: undefined }, { nonce: randomUUID() }),
  },
  {
    name: 'redirect_url has a query',
    rules: ['CP02'],
    url: ({ connectpay }) => connectpay({ redirect_url: `${CALLBACK}?a=1` }),
  },
  {
    name: 'nonce is forgotten at ConnectPay',
    rules: ['CP03'],
    url: ({ connectpay }) => connectpay({ nonce: undefined }),
  },
  { name: 'another flowid', rules: ['CP04'], url: ({ connectpay }) => connectpay({ flowid: 'GetAuthCode' }) },
  {
    name: 'families of scopes are mixed',
    rules: ['CP05'],
    url: ({ connectpay }) => connectpay({ scope: 'psd2-ais ob-as' }),
  },
  {
    name: 'ConnectPay in an iframe',
    rules: ['CB34', 'CP08'],
    framed: true,
    url: ({ connectpay }) => connectpay(),
  },
  {
    name: 'Leatherback signed with RS256',
    rules: ['LB01'],
    url: ({ leatherback }) => leatherback({}, { alg: 'RS256' }),
  },
  {
    name: 'Leatherback without a consent',
    rules: ['LB02'],
    url: ({ leatherback }) => leatherback({ claims: undefined }),
  },
  {
    name: 'the intent id is flat',
    rules: ['RO18'],
    url: ({ leatherback }) => leatherback({ claims: undefined, openbanking_intent_id: randomUUID() }),
  },
];
