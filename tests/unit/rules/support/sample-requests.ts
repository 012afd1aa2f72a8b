import { SAMPLE_TOKENS } from './sample-tokens.ts';

/**
 * Authorization URLs of the providers' documents, copied as a reader would copy them: with the space before `&state` of
 * Leatherback's, and with ConnectPay's pieces joined behind the address of stage, as the document leaves its own blank.
 */
export const SAMPLE_REQUESTS = {
  /** Leatherback, Customer Authorization: Redirect to the Leatherback Authorization App. */
  leatherback: `https://app-leatherback-openbanking-dev.azurewebsites.net?request=${SAMPLE_TOKENS.leatherbackRequest} &state=example_state`,
  /** ConnectPay, Generate authCode via API: Sample Request. */
  connectpay: `https://api-stage.connectpay.com/auth/v1/oauth2/authorize${[
    '?response_type=code',
    '&scope=psd2-ais psd2-pis',
    '&client_id=7d3069b2-0155-45c1-9600-7db93c3e5087&',
    'flowid=GetPSD2AuthCode',
    '&redirect_url=',
    '&state=w4Am91fLZMKhDMT',
  ].join('')}`,
} as const;
