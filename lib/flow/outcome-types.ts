import type { Abandonment, FlowStatus } from './types.ts';

/** What a callback or webhook granted. */
export type Granted = 'code' | 'id_token' | 'access_token' | 'encrypted';

/** Whether the code of a flow was exchanged for tokens, as far as it was observed. */
export type ExchangeState = 'not-observed' | 'succeeded' | 'failed';

/**
 * What became of an attempt, as data: the kind names the worst thing about it, the other members are what a sentence about
 * it needs. Sentences are made where it is shown.
 */
export type Outcome =
  /** Nothing came back yet. */
  | { readonly kind: 'waiting' }
  /** A callback is on its way to the application, which has not answered yet. */
  | { readonly kind: 'arriving'; readonly granted?: Granted }
  | {
      readonly kind: 'granted';
      readonly granted: Granted;
      readonly exchange?: ExchangeState;
      /** Milliseconds since the epoch, when the tokens were received. */
      readonly exchangedAt?: number;
      /** Why there are no tokens: the error of the token endpoint (RFC 6749 section 5.2), `HTTP 500`, or `CORS`. */
      readonly exchangeError?: string;
    }
  /** The callback was stopped before the application received it, and waits for the user's decision. */
  | { readonly kind: 'held'; readonly granted?: Granted; readonly error?: string }
  | { readonly kind: 'dropped'; readonly granted?: Granted; readonly error?: string }
  /** The user changed these parameters before the application received them; `status` is its answer. */
  | { readonly kind: 'released-with-changes'; readonly names: readonly string[]; readonly status?: number }
  /** The state that came back is not the one that was sent; absent members were not there. */
  | { readonly kind: 'state-mismatch'; readonly sent?: string; readonly received?: string }
  /** Nobody answered at the redirect URI; `error` is the browser's own name for it. */
  | { readonly kind: 'unreachable'; readonly error?: string }
  /** The application answered the callback with a client or server error. */
  | { readonly kind: 'callback-failed'; readonly status: number }
  /** The callback carries an error (RFC 6749 section 4.1.2.1); an empty one has no code. */
  | { readonly kind: 'refused'; readonly error: string }
  /** The callback carries nothing that answers an authorize request. */
  | { readonly kind: 'no-answer' }
  /** A callback arrived whose content the browser shows only with access to its host. */
  | { readonly kind: 'content-not-visible' }
  /** Something was granted, but rules found errors; `rule` is the first of them. */
  | { readonly kind: 'has-errors'; readonly granted: Granted; readonly rule: string; readonly count: number }
  /** The provider answered with an error before any redirect. */
  | { readonly kind: 'provider-failed'; readonly status: number }
  /** A request before the callback got no answer. */
  | { readonly kind: 'stopped'; readonly error: string }
  /** A webhook granted; `waiting` while the browser's callback is still expected. */
  | { readonly kind: 'webhook-granted'; readonly granted: Granted; readonly waiting: boolean }
  | { readonly kind: 'webhook-refused'; readonly error: string; readonly waiting: boolean }
  /** The answer went to another window by postMessage, which is not visible. */
  | { readonly kind: 'post-message' }
  /** The browser refused to show the provider's page in a frame; `policy` is the header that forbids it. */
  | { readonly kind: 'frame-refused'; readonly policy?: string }
  | { readonly kind: 'frame-removed' }
  /** A silent renewal was refused as it has to be when nobody is signed in. */
  | { readonly kind: 'not-signed-in'; readonly error: string }
  /** The application answered the callback and then showed an error of its own. */
  | { readonly kind: 'application-error'; readonly status?: number; readonly error?: string }
  /** The client began again so soon after it received a code that nobody can have asked for it. */
  | { readonly kind: 'started-again' }
  | { readonly kind: 'login-loop'; readonly rounds: number }
  /** A logout ended: back at the client, or on a page of the provider. */
  | { readonly kind: 'logged-out'; readonly back: boolean }
  | { readonly kind: 'abandoned'; readonly why: Abandonment }
  /** Calls that were run for no attempt: how many, how many got an error or no answer, and errors that rules found. */
  | {
      readonly kind: 'calls';
      readonly calls: number;
      readonly failed: number;
      readonly errors: number;
    };

export type OutcomeKind = Outcome['kind'];

/** The status that a kind of outcome means; those that depend on more are left out. */
const STATUSES: Readonly<
  Record<Exclude<OutcomeKind, 'granted' | 'webhook-granted' | 'webhook-refused' | 'calls'>, FlowStatus>
> = {
  waiting: 'open',
  arriving: 'open',
  held: 'held',
  dropped: 'abandoned',
  'released-with-changes': 'failed',
  'state-mismatch': 'failed',
  unreachable: 'failed',
  'callback-failed': 'failed',
  refused: 'failed',
  'no-answer': 'failed',
  'content-not-visible': 'unseen',
  'has-errors': 'failed',
  'provider-failed': 'failed',
  stopped: 'failed',
  'post-message': 'unseen',
  'frame-refused': 'failed',
  'frame-removed': 'abandoned',
  'not-signed-in': 'completed',
  'application-error': 'failed',
  'started-again': 'failed',
  'login-loop': 'failed',
  'logged-out': 'completed',
  abandoned: 'abandoned',
};

/** The status of a flow with this outcome. */
export function statusOf(outcome: Outcome): FlowStatus {
  switch (outcome.kind) {
    case 'granted':
      return outcome.exchange === 'failed' ? 'failed' : 'completed';
    case 'webhook-granted':
      return outcome.waiting ? 'open' : 'completed';
    case 'webhook-refused':
      return outcome.waiting ? 'open' : 'failed';
    case 'calls':
      return outcome.failed + outcome.errors > 0 ? 'failed' : 'completed';
    default:
      return STATUSES[outcome.kind];
  }
}
