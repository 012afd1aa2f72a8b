import {
  AuthorizationNotifier,
  AuthorizationRequest,
  AuthorizationServiceConfiguration,
  BaseTokenRequestHandler,
  BasicQueryStringUtils,
  DefaultCrypto,
  FetchRequestor,
  GRANT_TYPE_AUTHORIZATION_CODE,
  LocalStorageBackend,
  type LocationLike,
  RedirectRequestHandler,
  TokenRequest,
} from '@openid/appauth';
import { here, offer, readSettings, showResultOf } from './page.ts';

/** The library looks for the answer in the fragment unless told otherwise. */
class QueryStringUtils extends BasicQueryStringUtils {
  override parse(input: LocationLike): Record<string, string> {
    return super.parse(input, false);
  }
}

const { issuer, base, clientId } = readSettings();
const requestor = new FetchRequestor();
const handler = new RedirectRequestHandler(
  new LocalStorageBackend(),
  new QueryStringUtils(),
  window.location,
  new DefaultCrypto(),
);
const redirect = { client_id: clientId, redirect_uri: `${base}/callback` };

async function signIn(): Promise<undefined> {
  const configuration = await AuthorizationServiceConfiguration.fetchFromIssuer(issuer, requestor);
  handler.performAuthorizationRequest(
    configuration,
    new AuthorizationRequest({
      ...redirect,
      scope: 'openid profile',
      response_type: AuthorizationRequest.RESPONSE_TYPE_CODE,
    }),
  );
}

async function complete(): Promise<string> {
  const answered = new Promise<{ code: string; verifier: string }>((resolve, reject) => {
    const notifier = new AuthorizationNotifier();
    notifier.setAuthorizationListener((request, response, error) => {
      if (response) resolve({ code: response.code, verifier: request.internal?.code_verifier ?? '' });
      else reject(new Error(error?.error ?? 'no answer'));
    });
    handler.setAuthorizationNotifier(notifier);
  });
  await handler.completeAuthorizationRequestIfPossible();
  const { code, verifier } = await answered;
  const configuration = await AuthorizationServiceConfiguration.fetchFromIssuer(issuer, requestor);
  const token = await new BaseTokenRequestHandler(requestor).performTokenRequest(
    configuration,
    new TokenRequest({
      ...redirect,
      grant_type: GRANT_TYPE_AUTHORIZATION_CODE,
      code,
      extras: { code_verifier: verifier },
    }),
  );
  return token.idToken === undefined ? 'no id_token' : 'signed in';
}

if (here() === 'callback') void showResultOf(complete);
offer({ redirect: signIn });
