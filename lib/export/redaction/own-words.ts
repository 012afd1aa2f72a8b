/** Members of a flow whose values are words of our own, and those words: nothing else survives under such a name. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  // Stage of a flow, of its callback and of its delivery.
  ...[
    'open',
    'completed',
    'failed',
    'held',
    'abandoned',
    'unseen',
    'answered',
    'refused',
    'released',
    'dropped',
  ],
  ...['pending', 'unreachable', 'pasted', 'handed over', 'shown'],
  ...['tab closed', 'left by the user', 'started again', 'browser closed', 'unknown'],
  // Hops.
  ...['authorize request', 'provider', 'broker', 'callback', 'after callback', 'start', 'redirect', 'page'],
  ...['link', 'typed', 'reload', 'script', 'form'],
  // Recognition and channels.
  ...['redirect-uri-and-state', 'redirect-uri', 'state', 'parameters'],
  ...['query', 'fragment', 'form_post', 'query.jwt', 'fragment.jwt', 'form_post.jwt', 'none', 'webhook'],
  ...['request object', 'response token', 'launch', 'header', 'json', 'text', 'path', 'names', 'reduced'],
  // Marks and event sources.
  ...['request-not-seen', 'seen-without-hops', 'in-frame', 'in-popup', 'private', 'launched', 'missed'],
  ...['phone', 'webhook-only', 'earlier-session', 'imported', 'recovered', 'interrupted', 'unfaithful'],
  ...[
    'webRequest',
    'webNavigation',
    'tab',
    'hold',
    'person',
    'user',
    'inbox',
    'devtools.network',
    'devtools',
    'both',
  ],
  ...[
    'logout request',
    'logout return',
    'fetch-site',
    'embedding-page',
    'own-tab',
    'form-again',
    'origin-unknown',
  ],
  ...['post-message', 'frame-refused', 'frame-removed', 'released-unfaithfully'],
  // Cookies.
  ...['None', 'Lax', 'Strict', 'chromium', 'firefox', '/'],
  // CORS.
  ...['mixed-content', 'preflight-failed', 'preflight-redirected', 'preflight-refused', 'origin-missing'],
  ...['origin-wrong', 'null-origin', 'wildcard-with-credentials', 'credentials-not-allowed'],
  ...['method-not-allowed', 'header-not-allowed', 'redirected', '*', 'null'],
  // Problems of texts, and findings.
  ...['broken-escape', 'not-utf8', 'control-character', 'bidirectional-character', 'invisible-character'],
  ...['calls', 'names', 'form', 'multipart', 'xml', 'uncertain', 'reloaded'],
  ...['oversize', 'error', 'warning', 'info', 'request', 'hop', 'token', 'call', 'silenced'],
]);

/** True for an enumerated value of a flow. */
export function isOwnWord(value: string): boolean {
  return OWN_WORDS.has(value);
}

const OWN_ID = [
  /^\d{14}-\d{7}-[0-9a-z]{1,12}(?:-\d)?$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  /^(?:file-|webhook:|call-)?\d{1,12}(?:\.\d{1,12})?$/,
];

/** True for an id that Grantscope or the browser made: a key of the journal, a random UUID, the number of a request. */
export function isOwnId(value: string): boolean {
  return OWN_ID.some((pattern) => pattern.test(value));
}

/** Ids of rules: `AR01`. */
export function isRuleId(value: string): boolean {
  return /^[A-Z]{2,3}\d{2}$/.test(value);
}

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE)$/;

/** True for a method of HTTP (RFC 9110 section 9, RFC 5789). */
export function isMethod(value: string): boolean {
  return METHOD.test(value);
}

/** True for the name of an error as a browser reports it. */
export function isBrowserError(value: string): boolean {
  return /^(?:net::ERR_[A-Z0-9_]{1,60}|NS_(?:ERROR|BINDING)_[A-Z0-9_]{1,60}|SEC_ERROR_[A-Z_]{1,60}|SSL_ERROR_[A-Z_]{1,60})$/.test(
    value,
  );
}
