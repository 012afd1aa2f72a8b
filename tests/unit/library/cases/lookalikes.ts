import { base64url, token, url } from '../support/journeys.ts';

const page = (base: string, fields: Readonly<Record<string, string>>, mark: '?' | '#' = '?'): string =>
  url(base, fields, mark);

const session = token({ theme: 'dark', cart: 7 }, { alg: 'HS256' });
const invitation = token({ email: 'jane@shop.example', team: 't-7' }, { alg: 'HS256' });
const userToken = token({ sub: 'u-1', iat: 1, exp: 2 }, { alg: 'HS256' });

/** Addresses of ordinary pages whose parameters have names of authorization traffic, and what kind of page has them. */
export const LOOKALIKES: readonly (readonly [kind: string, url: string])[] = [
  ['a search', page('https://search.example/', { q: 'oauth state parameter', code: 'js', state: 'all' })],
  [
    'a search for code',
    page('https://search.example/search', { type: 'code', q: 'client_id=', state: 'open' }),
  ],
  [
    'a search of repositories',
    page('https://git.example/search', { q: 'error', type: 'issues', state: 'closed' }),
  ],
  [
    'a search with quotation marks',
    page('https://search.example/', { q: '"redirect_uri" mismatch error=invalid_request' }),
  ],
  [
    'a filter of tickets',
    page('https://tickets.example/list', { state: 'in_progress', code: 'BUG', page: '3' }),
  ],
  ['a filter of pull requests', page('https://git.example/pulls', { state: 'merged', request: 'mine' })],
  ['a tax table', page('https://shop.example/tax', { code: 'CA', state: 'California', country: 'US' })],
  ['a shop by state', page('https://stores.example/find', { state: 'TX', zip: '75001', code: '75001' })],
  ['a coupon', page('https://shop.example/cart', { code: 'WELCOME10', utm_source: 'mail' })],
  [
    'a coupon with its state',
    page('https://shop.example/cart', { code: 'SUMMER-SALE-2026', state: 'applied' }),
  ],
  ['a gift card', page('https://shop.example/redeem', { code: 'GC-4711-0815-2342', pin: '1234' })],
  ['a referral', page('https://app.example/join', { code: 'jane42', ref: 'friend' })],
  ['an invitation', page('https://app.example/invite', { code: '8f14e45fceea167a', team: 'blue' })],
  ['a booking', page('https://hotel.example/booking', { code: 'BKX77Q', state: 'confirmed', guests: '2' })],
  ['an airport', page('https://fly.example/status', { code: 'LH438', state: 'delayed' })],
  ['a currency', page('https://bank.example/rates', { code: 'EUR', response: 'json' })],
  ['a country', page('https://shop.example/lang', { code: 'de-DE', state: 'BY' })],
  ['a promotion', page('https://shop.example/', { promo: 'x', code: 'BLACKFRIDAY2026' })],
  ['a product', page('https://shop.example/p', { code: '4006381333931', state: 'new' })],
  ['a parcel', page('https://parcel.example/track', { code: 'JJD000390007882', state: 'transit' })],
  ['a table of a restaurant', page('https://menu.example/', { code: 'T12', state: 'open' })],
  ['a game', page('https://quiz.example/join', { code: '482913', state: 'lobby' })],
  ['a meeting', page('https://meet.example/j', { code: 'abc-defg-hij' })],
  ['a class', page('https://class.example/join', { code: 'x7yq2p', state: 'active' })],
  ['an error page', page('https://site.example/error', { code: '500', error: 'Internal Server Error' })],
  ['an error page with a number', page('https://site.example/oops', { error: '404', state: 'notfound' })],
  ['an error of a form', page('https://site.example/login', { error: 'Invalid credentials' })],
  ['an error flag', page('https://site.example/login', { error: '1', state: 'login' })],
  ['an error name', page('https://site.example/upload', { error: 'file_too_large' })],
  [
    'an error of a form with its state',
    page('https://site.example/signup', { error: 'email_taken', state: 'form' }),
  ],
  [
    'an error of a payment',
    page('https://pay.example/failed', { error: 'card_declined', state: 'failed', order: '17' }),
  ],
  ['an error of a shop', page('https://shop.example/cart', { error: 'out_of_stock', state: 'cart' })],
  ['an error by its number', page('https://site.example/', { error_code: '17', error: 'E17' })],
  [
    'a message of an error',
    page('https://site.example/', { error: 'Something went wrong', error_description: 'Please try again' }),
  ],
  [
    'a password reset',
    page('https://app.example/reset', { token: 'b1946ac92492d2347c6235b4d2611184', email: 'jane@x.example' }),
  ],
  [
    'a password reset by code',
    page('https://app.example/reset-password', { code: '839201', email: 'jane@x.example' }),
  ],
  [
    'a password reset of a cloud',
    page('https://app.example/__/auth/action', {
      mode: 'resetPassword',
      oobCode: 'AxB7y',
      apiKey: 'AIza',
      lang: 'de',
    }),
  ],
  ['a confirmation of an address', page('https://app.example/confirm', { code: '7f3a9c2b', user: '5521' })],
  ['a confirmation by token', page('https://app.example/verify', { access_token: '', type: 'signup' })],
  [
    'a magic link',
    page('https://app.example/magic', { code: 'Mx7-22', email: 'jane@x.example', next: '/home' }),
  ],
  ['an unsubscription', page('https://news.example/unsubscribe', { code: 'U-88213', state: 'out' })],
  ['a code of two factors', page('https://app.example/2fa', { code: '493021', state: 'pending' })],
  ['a device that is paired', page('https://tv.example/activate', { user_code: 'WDJB-MJHT' })],
  [
    'a click of a campaign',
    page('https://shop.example/', { gclid: 'Cj0KCQ', utm_campaign: 'code', utm_term: 'state' }),
  ],
  [
    'a pixel',
    page('https://track.example/p.gif', {
      client_id: '77.1',
      redirect_uri: 'https://a.example/',
      response_type: 'code',
    }),
  ],
  ['a collector', page('https://track.example/collect', { v: '1', client_id: '555.123', state: 'view' })],
  [
    'a beacon',
    page('https://track.example/b', { cid: '555', error: 'js', code: 'TypeError', state: 'interactive' }),
  ],
  [
    'an advertisement',
    page('https://ads.example/click', { client_id: 'ca-pub-1', redirect: 'https://shop.example/' }),
  ],
  [
    'an advertisement with an address',
    page('https://ads.example/click', { client_id: 'ca-pub-1', url: 'https://shop.example/?code=1&state=2' }),
  ],
  ['an affiliate', page('https://aff.example/go', { client_id: '991', url: 'https://shop.example/p/7' })],
  ['a page of a list', page('https://api.example/list', { state: 'eyJwYWdlIjoyfQ', limit: '20' })],
  ['a cursor', page('https://site.example/items', { cursor: base64url('{"page":2}'), state: 'sorted' })],
  ['a state of a table', page('https://grid.example/', { state: base64url('{"sort":"name","dir":"asc"}') })],
  ['a state of a map', page('https://maps.example/', { state: 'z12-lat48.1-lon11.5', layer: 'sat' })],
  ['a state of a page in its fragment', 'https://app.example/#state=expanded&code=view'],
  ['a route with a state', 'https://app.example/#/orders?state=open&code=A7'],
  ['a tab of a page', 'https://app.example/settings#error=none'],
  ['an editor', page('https://play.example/', { code: base64url('console.log(1)'), lang: 'ts' })],
  ['an editor in the fragment', 'https://play.example/#code/MYewdgzgLgBAllApgWwjAvDAFASgFCA'],
  ['an editor with its state', page('https://play.example/', { code: 'print(1)', state: 'run' })],
  ['a compiler', page('https://godbolt.example/z', { code: 'int main(){}', state: 'O2' })],
  ['a chart', page('https://chart.example/', { request: 'GetMap', service: 'WMS', state: 'x' })],
  [
    'a map server',
    page('https://maps.example/wms', {
      SERVICE: 'WMS',
      REQUEST: 'GetCapabilities',
      request: 'GetCapabilities',
    }),
  ],
  ['a feed', page('https://api.example/feed', { request: 'latest', state: 'published' })],
  ['a request of a library', page('https://library.example/item', { request: '88213', state: 'on_loan' })],
  ['a request of a friend', page('https://social.example/friends', { request: 'accept', state: 'new' })],
  ['a survey', page('https://survey.example/', { response: 'yes', state: 'q3' })],
  ['a captcha', page('https://site.example/check', { response: '03AGdBq27', state: 'ok' })],
  ['an invitation to a calendar', page('https://cal.example/rsvp', { response: 'accepted', code: 'evt_7' })],
  [
    'a SAML request',
    page('https://idp.example/saml2/sso', { SAMLRequest: 'fZJNT8MwDIbv', RelayState: 'https://sp.example/' }),
  ],
  [
    'a SAML answer',
    page('https://sp.example/acs', { SAMLResponse: 'PHNhbWxwOlJlc3BvbnNl', RelayState: 'ss:mem:7f' }),
  ],
  [
    'a WS-Federation sign-in',
    page('https://sts.example/adfs/ls/', { wa: 'wsignin1.0', wtrealm: 'urn:app', wctx: 'rm=0' }),
  ],
  ['a CAS ticket', page('https://app.example/cas', { ticket: 'ST-956-Lyg0BdLkgdrBO9W17bXS' })],
  [
    'a payment that came back',
    page('https://shop.example/return', { payment_intent: 'pi_3N', redirect_status: 'succeeded' }),
  ],
  ['a payment with a code', page('https://shop.example/return', { code: '0', state: 'paid', order: '17' })],
  [
    'a payment by its transaction',
    page('https://shop.example/return', { code: 'TX-2026-991', state: 'COMPLETED' }),
  ],
  [
    'a payment that was cancelled',
    page('https://shop.example/return', { error: 'cancelled', state: 'cart', order: '17' }),
  ],
  [
    'a payment of another provider',
    page('https://shop.example/return', { authorization_code: '123456', state: 'approved' }),
  ],
  [
    'a payment with its authorisation',
    page('https://pay.example/ok', { authorization_code: '831000', amount: '10.00' }),
  ],
  ['a wallet', page('https://shop.example/return', { token: 'EC-5YX', PayerID: 'Q7' })],
  [
    'a bank transfer',
    page('https://shop.example/return', { status: 'success', reference: 'A7', code: 'OK', state: 'final' }),
  ],
  ['a donation', page('https://give.example/thanks', { code: 'thankyou', state: 'done' })],
  ['a session in id_token', page('https://site.example/', { id_token: session })],
  ['an invitation in id_token', page('https://site.example/', { id_token: invitation })],
  ['a number in id_token', page('https://site.example/', { id_token: '42' })],
  ['a message in request', page('https://site.example/', { request: session })],
  ['a session in response', page('https://site.example/', { response: session })],
  ['a user in response', page('https://site.example/', { response: userToken })],
  ['a key of a map', page('https://maps.example/v4', { access_token: 'pk.eyJ1IjoibWUifQ.abc' })],
  [
    'a key of an interface',
    page('https://api.example/v1/items', { access_token: 'd41d8cd98f00b204e9800998ecf8427e' }),
  ],
  [
    'a key of a social network',
    page('https://graph.example/me', { access_token: 'EAAG7h2ZBx', fields: 'id,name' }),
  ],
  ['a download', page('https://files.example/d/report.pdf', { code: 'aB3dE5fG7hI9jK1l', state: 'x7' })],
  ['a script', page('https://cdn.example/app.js', { code: 'SplxlOBeZQQYbYS6WxSbIA', state: 'af0ifjsldkj' })],
  ['a style', page('https://cdn.example/site.css', { client_id: 'c1', response_type: 'code' })],
  [
    'an image',
    page('https://cdn.example/logo.png', { code: 'SplxlOBeZQQYbYS6WxSbIA', state: 'af0ifjsldkj' }),
  ],
  [
    'a font',
    page('https://cdn.example/font.woff2', { code: 'SplxlOBeZQQYbYS6WxSbIA', state: 'af0ifjsldkj' }),
  ],
  ['an empty code', page('https://app.example/cb', { code: '', state: 'uV4c1YdQe8pWzK6mTn0RbA' })],
  ['an empty error', page('https://app.example/cb', { error: '', state: 'uV4c1YdQe8pWzK6mTn0RbA' })],
  ['empty names', page('https://app.example/', { code: '', state: '', error: '' })],
  [
    'an empty request',
    page('https://as.example/authorize', { client_id: '', redirect_uri: '', response_type: '' }),
  ],
  ['a state alone', page('https://app.example/', { state: 'uV4c1YdQe8pWzK6mTn0RbA' })],
  ['a client alone', page('https://console.example/apps', { client_id: 'budget-web-7f3a' })],
  [
    'a client of a console',
    page('https://console.example/apps', { client_id: 'budget-web-7f3a', tab: 'redirects' }),
  ],
  [
    'a client of a console with its scope',
    page('https://console.example/apps', { client_id: 'budget-web-7f3a', scope: 'all' }),
  ],
  ['documentation', page('https://docs.example/oauth', { error: 'invalid_request' })],
  ['documentation with a section', 'https://docs.example/oauth#error=invalid_scope'],
  ['a help page', page('https://help.example/article', { code: 'ERR_CONNECTION_REFUSED', state: 'offline' })],
  ['a status page', page('https://status.example/', { code: '200', state: 'operational' })],
  ['a health check', page('https://app.example/health', { code: 'OK', state: 'up' })],
  [
    'a form of an address',
    page('https://form.example/', { street: 'Main', state: 'New York', code: '10001' }),
  ],
  ['a form in one word', page('https://form.example/', { state: 'NewYork', code: '10001' })],
  ['a licence plate', page('https://dmv.example/plate', { code: '7ABC123', state: 'CA' })],
  ['a diagnosis', page('https://clinic.example/icd', { code: 'J45.909', state: 'active' })],
  ['a law', page('https://law.example/statute', { code: 'penal', state: 'california' })],
  ['a school', page('https://school.example/course', { code: 'CS101', state: 'enrolled' })],
  ['a job', page('https://jobs.example/', { code: 'DEV-2026', state: 'Bavaria' })],
  ['an election', page('https://vote.example/', { state: 'ohio', code: 'OH-12' })],
  ['a telephone code', page('https://call.example/', { code: '+49', state: 'BE' })],
  ['a barcode', page('https://scan.example/', { code: '5901234123457', state: 'scanned' })],
  ['a colour', page('https://paint.example/', { code: '#ff8800', state: 'glossy' })],
  ['a build', page('https://ci.example/job', { code: 'main', state: 'failed', error: 'timeout' })],
  ['a translation', page('https://i18n.example/', { code: 'error.login.failed', state: 'draft' })],
  ['an exception', page('https://log.example/', { error: 'NullPointerException', state: 'RUNNABLE' })],
  [
    'a crash',
    page('https://log.example/', { error: 'java.lang.IllegalStateException', code: '134', state: 'crashed' }),
  ],
  ['a consent of cookies', page('https://site.example/', { consent: 'all', state: 'accepted', code: 'v2' })],
  ['a redirection of a portal', page('https://portal.example/go', { redirect_uri: 'https://site.example/' })],
  [
    'a login page with its return',
    page('https://site.example/login', { redirect_uri: '/home', state: 'expired' }),
  ],
  [
    'a login page with its client',
    page('https://site.example/login', { client_id: 'web', returnUrl: '/home' }),
  ],
  ['a logout of a site', page('https://site.example/logout', { returnTo: '/', state: 'bye' })],
  ['a shortened address', page('https://go.example/', { code: 'x7Yq2', state: 'on' })],
];

/** Codes and states of other pages that look like those of an authorization server. */
export const INDISTINGUISHABLE: readonly (readonly [kind: string, url: string])[] = [
  ['a voucher', page('https://travel.example/voucher', { code: 'TRV8X2K9', state: 'valid' })],
  ['an insurance', page('https://insure.example/quote', { state: 'CA90210', code: 'AUTO' })],
  ['a machine', page('https://ops.example/vm', { state: 'running', code: 'i-0abc1234' })],
  ['a workflow', page('https://flow.example/run', { state: 'step-2', code: 'wf_17' })],
];

/** Callbacks of clients whose request was not seen, with codes and states as the providers make them. */
export const CALLBACKS: readonly (readonly [provider: string, url: string])[] = [
  [
    'Google',
    page('https://app.example/cb', {
      state: 'security_token',
      code: '4/0AX4XfWh3v7Yd2Lq',
      scope: 'email',
      authuser: '0',
      prompt: 'none',
    }),
  ],
  ['GitHub', page('https://app.example/cb', { code: 'b9e5c6a7d8f901234567', state: 'login' })],
  [
    'Keycloak',
    page('https://app.example/cb', {
      state: 'home',
      session_state: '2c1a6f0e-9d9f-4c7e-8f3b-1f4f3a7c5d21',
      code: '0f2a7c1e-4b61-4a44-9d2b-98f0b1f3c001.2c1a6f0e.9b7d',
    }),
  ],
  ['Auth0', page('https://app.example/cb', { code: 'Ae2Yd0fRZ7qk1XcV', state: 'hKFo2SBYVzZJ' })],
  [
    'Entra ID',
    page('https://app.example/cb', {
      code: '0.AXkA7f-1.AgABAAIAAAD',
      state: '12345',
      session_state: 'd7a1-77',
    }),
  ],
  ['Okta', page('https://app.example/cb', { code: 'P5I7mdxxdv13_JfXrCSq', state: 'ApplicationState' })],
  ['Amazon', page('https://app.example/cb', { code: 'ANdNAVhyhqirUelHGEHA', scope: 'profile', state: 'a' })],
  [
    'Cognito',
    page('https://app.example/cb', { code: '9f2d1c7e-5a3b-4c8d-8e7f-6a5b4c3d2e1f', state: 'start' }),
  ],
  ['Spotify', page('https://app.example/cb', { code: 'NApCCg..BkWtQ', state: '34fFs29kd09' })],
  ['Slack', page('https://app.example/cb', { code: '2537.4711.8815aa', state: 'x' })],
  ['ConnectPay', page('https://app.example/cb', { code: 'c-1', state: 's', flowid: 'GetPSD2AuthCode' })],
  ['Leatherback', page('https://app.example/cb', { authorizationCode: 'c-1', state: 's' })],
  ['a sandbox', page('https://app.example/cb', { code: 'pushed-code', state: 'pushed-state' })],
  ['a refusal', page('https://app.example/cb', { error: 'access_denied', state: 'login' })],
  [
    'a refusal with its issuer',
    page('https://app.example/cb', { error: 'consent_required', iss: 'https://as.example' }),
  ],
];
