import * as v from 'valibot';
import { Finite, Flag, listOf, oneOf, PlainText, shape } from './value-schemas.ts';

/** Why a page did not get a response. */
export const CorsFaultSchema = shape({
  /** Which rule of the Fetch standard withheld it. */
  kind: oneOf([
    'mixed-content', // a page with TLS calls a server without
    'preflight-failed', // no answer to the preflight
    'preflight-redirected',
    'preflight-refused', // a status that is none of 200 to 299
    'origin-missing', // no Access-Control-Allow-Origin
    'origin-wrong', // another origin, or several
    'null-origin', // the page has no origin that could be allowed
    'wildcard-with-credentials', // * for a request with cookies
    'credentials-not-allowed', // no Access-Control-Allow-Credentials: true
    'method-not-allowed',
    'header-not-allowed',
    'redirected', // the answer is a redirect to an origin that allows nobody
  ]),
  origin: PlainText,
  /** True when the preflight was refused, so that the request itself was never sent. */
  preflight: Flag,
  /** What the response allows instead, as sent. */
  allowed: v.exactOptional(PlainText),
  /** HTTP status of a preflight that was refused. */
  status: v.exactOptional(Finite),
  /** The method, or the headers, that are not allowed. */
  names: v.exactOptional(listOf(PlainText)),
});
