import type { CorsFault, CorsFaultKind } from './cors-fault.ts';

/** What happened and what to set, on which side. */
export interface CorsExplanation {
  readonly message: string;
  readonly remedy: string;
}

type Explain = (fault: CorsFault) => readonly [because: string, remedy: string];

const register = (origin: string): string =>
  `Register ${origin} with the provider as the origin of a single-page application, or let its server send Access-Control-Allow-Origin: ${origin}`;

const EXPLANATIONS: Readonly<Record<CorsFaultKind, Explain>> = {
  'mixed-content': () => [
    'a page with https may not call a server with http',
    'Call the provider over https, or open the page over http on this machine.',
  ],
  'preflight-failed': () => [
    'the preflight (OPTIONS) got no answer',
    'Check the address and that the server answers OPTIONS; a proxy may drop it.',
  ],
  'preflight-redirected': ({ status }) => [
    `the preflight (OPTIONS) was redirected with ${status}, which is not allowed`,
    'Call the address to which it redirects, often one with https or without a slash at its end.',
  ],
  'preflight-refused': ({ status, origin }) => [
    `the preflight (OPTIONS) was answered with ${status}`,
    `${register(origin)} and answer OPTIONS with 204. A token request without headers of its own (client_id in the form, no Authorization) needs no preflight.`,
  ],
  'origin-missing': ({ origin }) => ['it has no Access-Control-Allow-Origin', `${register(origin)}.`],
  'origin-wrong': ({ origin, allowed }) => [`it allows ${allowed}`, `${register(origin)}.`],
  'null-origin': () => [
    'the page has no origin: it is a file or in a sandboxed frame',
    'Serve the page from http://localhost; no server should allow the origin null.',
  ],
  'wildcard-with-credentials': ({ origin }) => [
    'it allows * although the request was made with credentials',
    `Call it without credentials (fetch with credentials: 'omit'), or let the server send Access-Control-Allow-Origin: ${origin} and Access-Control-Allow-Credentials: true.`,
  ],
  'credentials-not-allowed': () => [
    'the request was made with credentials, and it has no Access-Control-Allow-Credentials: true',
    "Call it without credentials (fetch with credentials: 'omit'), or let the server send that header.",
  ],
  'method-not-allowed': ({ names = [] }) => [
    `the preflight does not allow the method ${names.join(', ')}`,
    `Let the server send Access-Control-Allow-Methods: ${names.join(', ')}.`,
  ],
  'header-not-allowed': ({ names = [] }) => [
    `the preflight does not allow the header ${names.join(', ')}`,
    `Leave it out, or let the server send Access-Control-Allow-Headers: ${names.join(', ')}.`,
  ],
  redirected: () => [
    'it is a redirect to another origin that does not allow the page',
    'Call the address to which it redirects.',
  ],
};

/** A fault as a sentence, and what to set on which side. */
export function explainCors(fault: CorsFault): CorsExplanation {
  const [because, remedy] = EXPLANATIONS[fault.kind](fault);
  const what =
    fault.preflight || fault.kind === 'mixed-content' ? 'did not send the request' : 'withheld the response';
  return { message: `The browser ${what} from ${fault.origin} (CORS): ${because}.`, remedy };
}
