import { FINAPI_STEP_ERRORS } from './finapi-fields.ts';
import type { Profile } from './types.ts';

/** finAPI: server-to-server tokens for a process or a user; its Web Form is the only page a browser is sent to. */
export const finapi: Profile = {
  id: 'finapi',
  name: 'finAPI',
  summary: 'Account data by server-to-server calls: a process for one result, or a user for continuous use.',
  environments: [
    {
      id: 'sandbox',
      name: 'Local sandbox',
      authorizationEndpoint: '',
      bases: { access: 'http://127.0.0.1:4604', process: 'http://127.0.0.1:4608' },
      hosts: [],
      defaults: {
        client_id: '8f92e604-b9b9-11ec-8422-0242ac120002',
        client_secret: '8f92ea14-b9b9-11ec-8422-0242ac120002',
      },
    },
    {
      id: 'finapi-sandbox',
      name: 'finAPI Sandbox',
      authorizationEndpoint: '',
      bases: {
        access: 'https://sandbox.finapi.io',
        process: 'https://di-processctl-finapi-general-sandbox.finapi.io',
      },
      hosts: ['https://*.finapi.io/*'],
      defaults: {},
    },
    {
      id: 'live',
      name: 'Live',
      authorizationEndpoint: '',
      bases: {
        access: 'https://live.finapi.io',
        process: 'https://di-processctl-finapi-general-live.finapi.io',
      },
      hosts: ['https://*.finapi.io/*'],
      defaults: {},
    },
  ],
  parameters: [],
  aliases: { redirectUrl: 'redirect_uri' },
  callback: { success: [], failure: [] },
  errors: FINAPI_STEP_ERRORS,
  recognise: {
    hosts: ['.finapi.io'],
    parameters: [['redirectUrl', 'errorRedirectUrl']],
  },
  notes: [
    'No browser is redirected to sign in: every step is a call from your server. The documents give it for two cases, a process (one result, finAPI manages the user) and a user (continuous use, you manage it).',
    'The one page that a browser is sent to is Web Form 2.0: https://webform-sandbox.finapi.io/wf/<id> with redirectUrl, errorRedirectUrl and customerSupportUrl. Whether abortRedirectUrl is taken is not certain.',
    'Web Form adds neither code nor state to redirectUrl: only what you put there comes back, so put a value of your own into it. A form works once, for twenty minutes.',
    'The result of a Web Form arrives at callbacks.finalised as a POST of {webFormId, status}: COMPLETED, COMPLETED_WITH_ERROR, EXPIRED or ABORTED. Ask finAPI for the result rather than trusting the redirect.',
    'Token calls answer errors as {error, error_description}; all others as {errors: [{message, code, type, multiStepAuthentication}], date, endpoint, authContext, bank}.',
    'The Process Controller writes camel case (clientId, accessToken), Access writes client_id and access_token.',
  ],
};
