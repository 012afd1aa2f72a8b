import { OBP_ERRORS } from '../dauth/obp-errors.ts';
import { ACCESS } from './obp-fields.ts';
import type { Profile, ProviderErrorMeaning } from './types.ts';

/** The codes that the document itself lists; the others are the server's own list. */
const DOCUMENTED = /^OBP-(10001|20001|20005|20017|2008[4-7]|30001|30005|30018|3006[3-5]|30252|50000)$/;

const errors: Readonly<Record<string, ProviderErrorMeaning>> = Object.fromEntries(
  OBP_ERRORS.map(({ code, meaning, remedy }) => [
    code,
    {
      meaning,
      remedy,
      source: DOCUMENTED.test(code) ? ACCESS : 'Open Bank Project API, error messages',
    },
  ]),
);

/** The Open Bank Project, called with DAuth: a token in a header, no redirect. */
export const obp: Profile = {
  id: 'obp',
  name: 'Open Bank Project',
  summary: 'Calls signed by a DAuth header for a smart contract; the DAuth tab makes the token.',
  environments: [
    {
      id: 'sandbox',
      name: 'Local sandbox',
      authorizationEndpoint: '',
      bases: { api: 'http://127.0.0.1:4605' },
      hosts: [],
      defaults: {
        BANK_ID: 'gh.29.uk',
        ACCOUNT_ID: '8ca8a7e4-6d02-40e3-a129-0b2bf89de9f0',
        VIEW_ID: 'owner',
        username: '0xe123425E7734CE288F8367e1Bb143E90bb3F0512',
        user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
      },
    },
    {
      id: 'explorer',
      name: 'The document’s server',
      authorizationEndpoint: '',
      bases: { api: 'https://api-explorer.ttk.com.mk' },
      hosts: ['https://api-explorer.ttk.com.mk/*'],
      defaults: {},
    },
    {
      id: 'own',
      name: 'Your server',
      authorizationEndpoint: '',
      bases: { api: '' },
      hosts: [],
      defaults: {},
    },
  ],
  parameters: [],
  aliases: {},
  callback: { success: [], failure: [] },
  errors,
  recognise: { hosts: ['api-explorer.ttk.com.mk'], parameters: [] },
  notes: [
    'DAuth must be switched on at the server: allow_dauth=true, dauth.host with your address, jwt.public_key_rsa. The document’s own instance says that DAuth is not enabled there.',
    'The text demands RS256; every sample token is HS256, signed with a published placeholder. An RSA server refuses it.',
    'Text and token differ in network_name: AIRNODE.TESTNET.ETHEREUM and ETHEREUM. Use one, and the same after dauth. in provider.',
    'The sample values are not well formed: smart_contract_address has 42 digits after 0x instead of 40, msg_sender ends in letters that are no hexadecimal digits, consumer_key and request_id have an odd number of digits.',
    'request_id of the sample begins with a capital 0X, all others with 0x.',
    'timestamp is there and nobody looks at it: a token never ends. Whoever has one can call for ever, so change the key when a token leaks.',
    'The comment above jwt.public_key_rsa speaks of a secret; the value is the path of a PEM file with an RSA public key.',
    'The text says that OBP validates the consumer; the code looks consumer_key up and goes on whatever it finds. The address list dauth.host is what protects you.',
    '“Look for token” in the document is a sentence about GatewayLogin: the DAuth header is the token itself, without token= and without a scheme word.',
    'The sample request asks api-explorer.ttk.com.mk with Host: localhost:8080 and Accept: /. Host must be the server’s, Accept */* or application/json.',
    'The name of the header is compared with its letter case: over HTTP/2, or behind a proxy that lower-cases names, DAuth is not found (OBP-20001).',
    'An Authorization header, or a Consent header, wins over DAuth without a word.',
    'dauth.host is split at commas and not trimmed, and it is compared with the address that the server sees: behind a proxy that is the proxy’s.',
    'A server with jwt.use.ssl=true takes another kind of token: a JWE (RSA-OAEP-256, A128GCM) for the key of its keystore. The DAuth tab makes both.',
  ],
};
