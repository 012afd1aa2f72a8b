import { SAMPLES } from '../../jwt/samples.ts';

/** Leatherback, Customer Authorization: the sample URL, with its space before `&state`. */
export const AUTHORIZE_URL = `https://app-leatherback-openbanking-dev.azurewebsites.net?request=${SAMPLES.leatherbackRequest} &state=example_state`;

/** Leatherback, Customer Authorization: the body of the webhook. */
export const WEBHOOK = { authorizationCode: SAMPLES.leatherbackCode, state: 'random_state_value' } as const;

/** Leatherback, Third Party Provider integration: the body of the registration, by field. */
export const REGISTRATION = {
  countryISO: 'GB',
  address: '1 Roada Way, Calculta',
  name: 'Cway Bottle Company',
  email: 'cway-bottle@finance.co',
  certificateType: 'account',
  callbackUrl: 'https://webhook.site/0994061c-ba69-40cb-99a8-94c54e692eab',
} as const;

/** Leatherback, Third Party Provider integration: the answer to the registration. */
export const REGISTERED = {
  Certificate: 'Adaobi@',
  ClientId: '74EB610C710938923806817AD4631EB3',
  Message: 'OK',
} as const;

/** Leatherback, Third Party Provider integration: the answer with the client token. */
export const CLIENT_TOKEN = {
  access_token: SAMPLES.leatherbackAccess,
  token_type: 'Bearer',
  expires_in: 63919,
} as const;

/** Leatherback, Third Party Provider integration: the body of the consent, by field. */
export const CONSENT = {
  'Data.Permissions': 'ReadAccountsBasic ReadBeneficiariesBasic ReadBeneficiariesDetail',
  'Data.ExpirationDateTime': '2024-06-30T08:38:43.527Z',
  'Data.TransactionFromDateTime': '2024-06-29T08:38:43.527Z',
  'Data.TransactionToDateTime': '2024-06-30T08:38:43.527Z',
  Risk: '{}',
} as const;

/** Leatherback, Third Party Provider integration: the answer to the consent. */
export const CONSENT_ANSWER = {
  Data: {
    Status: 'AwaitingAuthorisation',
    StatusUpdateDateTime: '2024-07-01T17:46:17.6950484Z',
    CreationDateTime: '2024-07-01T17:46:17.6950483Z',
    TransactionToDateTime: '2024-06-30T08:38:43.527Z',
    ExpirationDateTime: '2024-06-30T08:38:43.527Z',
    Permissions: ['ReadAccountsBasic', 'ReadBeneficiariesBasic', 'ReadBeneficiariesDetail'],
    ConsentId: '9584b369-44dc-450e-8403-d04945e623bd',
    TransactionFromDateTime: '2024-06-29T08:38:43.527Z',
  },
  Risk: {},
  Links: {
    Self: 'https://app-leatherbackwebsite-stg.azurewebsites.net/create-consent?consentId=b23b4a2f-0c10-4d74-a05a-80ca3d0f6963&callbackUrl=https://app.mono.co/',
  },
  Meta: { TotalPages: 1 },
} as const;
