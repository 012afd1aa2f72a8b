/**
 * ConnectPay, Generate authCode via API: the sample request, its quoted pieces joined as a shell would join curl's
 * arguments when the line breaks are taken out. There is no host.
 */
export const SAMPLE_QUERY =
  '?response_type=code&scope=psd2-ais psd2-pis&client_id=7d3069b2-0155-45c1-9600-7db93c3e5087&flowid=GetPSD2AuthCode&redirect_url=&state=w4Am91fLZMKhDMT';

/** ConnectPay, Access Tokens: the form of the exchange and its answer, with the tokens of the sample. */
export const EXCHANGE_FORM = 'grant_type=authorization_code&code=1f9ae0a1-21f9-145c-9939-75c281a3b06b';
export const TOKEN_ANSWER = {
  token_type: 'Bearer',
  access_token: 'a6bcc5df-6c04-345b-b55c-c58c16b8cd40',
  refresh_token: 'e6e0cb4f-d822-3809-9981-588291bee1d1',
  expires_in: 3600,
  client_customer_name: 'Mo********co',
  scope: 'ob-ps:authz-nosca ob-ps ob-as',
  refresh_token_expires_in: '2592000',
} as const;
