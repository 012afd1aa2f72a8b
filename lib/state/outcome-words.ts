import { type ConnectionFailure, connectionFailure } from '../flow/connection-failure.ts';
import type { ExchangeState, Granted, Outcome } from '../flow/outcome-types.ts';
import type { Abandonment } from '../flow/types.ts';
import { type MessageName, say, sayCount } from './say.ts';

const GRANTED = {
  code: 'flowOutcomeCodeReceived',
  id_token: 'flowOutcomeIdToken',
  access_token: 'flowOutcomeAccessToken',
  encrypted: 'flowOutcomeEncrypted',
} as const satisfies Record<Granted, MessageName>;

const EXCHANGED = {
  'not-observed': 'flowOutcomeNotExchanged',
  succeeded: 'flowOutcomeExchanged',
  failed: 'flowOutcomeExchangeFailed',
} as const satisfies Record<ExchangeState, MessageName>;

const ABANDONED = {
  'browser closed': 'flowOutcomeBrowserClosed',
  'tab closed': 'flowOutcomeTabClosed',
  'started again': 'flowOutcomeStartedAgain',
  'left by the user': 'flowOutcomeLeft',
} as const satisfies Record<Abandonment, MessageName>;

const FAILURES = {
  refused: 'flowOutcomeRefusedConnection',
  'name not resolved': 'flowOutcomeNameNotResolved',
  'timed out': 'flowOutcomeTimedOut',
} as const satisfies Record<ConnectionFailure, MessageName>;

/** An outcome in the reader's language. What a provider or the browser worded, such as an error's code, stays as it is. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'waiting':
      return say('flowOutcomeWaiting');
    case 'arriving':
      return say('flowOutcomeArriving', answerWords(outcome));
    case 'granted':
      return say(outcome.exchange ? EXCHANGED[outcome.exchange] : GRANTED[outcome.granted]);
    case 'held':
      return say('flowOutcomeHeld', answerWords(outcome));
    case 'dropped':
      return say('flowOutcomeDropped', answerWords(outcome));
    case 'released-with-changes':
      if (outcome.names.length === 0) return say('flowOutcomeReleasedSome');
      return outcome.status === undefined
        ? say('flowOutcomeReleasedChanged', outcome.names.join(', '))
        : say('flowOutcomeReleasedAnswered', outcome.names.join(', '), outcome.status);
    case 'state-mismatch':
      return say('flowOutcomeStateMismatch');
    case 'unreachable':
      return unreachableWords(outcome.error);
    case 'callback-failed':
      return say('flowOutcomeCallbackStatus', outcome.status);
    case 'refused':
      return errorWords(outcome.error);
    case 'no-answer':
      return say('flowOutcomeNeither');
    case 'content-not-visible':
      return say('flowOutcomeNotVisible');
    case 'has-errors':
      return sayCount('flowOutcomeHasErrors', outcome.count, outcome.rule, say(GRANTED[outcome.granted]));
    case 'provider-failed':
      return say(outcome.status < 500 ? 'flowOutcomeRefusedBefore' : 'flowOutcomeStatus', outcome.status);
    case 'stopped':
      return say('flowOutcomeStopped', outcome.error);
    case 'webhook-granted':
      return say(webhookMessage(outcome));
    case 'webhook-refused':
      return say(
        outcome.waiting ? 'flowOutcomeByWebhookWaiting' : 'flowOutcomeByWebhook',
        errorWords(outcome.error),
      );
    case 'post-message':
      return say('flowOutcomePostMessage');
    case 'frame-refused':
      return outcome.policy === undefined
        ? say('flowOutcomeFrameRefused')
        : say('flowOutcomeFrameRefusedBy', outcome.policy.replaceAll('\n', '; '));
    case 'frame-removed':
      return say('flowOutcomeFrameRemoved');
    case 'not-signed-in':
      return say('flowOutcomeNotSignedIn', outcome.error);
    case 'application-error':
      return say('flowOutcomeApplicationError', outcome.status ?? errorWords(outcome.error ?? ''));
    case 'started-again':
      return say('flowOutcomeStartedOver');
    case 'login-loop':
      return say('flowOutcomeLoop', outcome.rounds);
    case 'logged-out':
      return say(outcome.back ? 'flowOutcomeLoggedOut' : 'flowOutcomeLoggedOutThere');
    case 'abandoned':
      return say(ABANDONED[outcome.why]);
    case 'calls':
      return outcome.failed === 0
        ? sayCount('flowOutcomeCalls', outcome.calls)
        : sayCount('flowOutcomeCallsFailed', outcome.calls, outcome.failed);
  }
}

function answerWords({ granted, error }: { readonly granted?: Granted; readonly error?: string }): string {
  if (error !== undefined) return errorWords(error);
  return say(granted ? GRANTED[granted] : 'flowOutcomeNeither');
}

function errorWords(error: string): string {
  return error || say('flowOutcomeNoErrorCode');
}

function unreachableWords(error: string | undefined): string {
  if (error === undefined) return say('flowOutcomeUnreachable');
  const failure = connectionFailure(error);
  return say('flowOutcomeUnreachableFor', failure ? say(FAILURES[failure]) : error);
}

function webhookMessage({
  granted,
  waiting,
}: {
  readonly granted: Granted;
  readonly waiting: boolean;
}): MessageName {
  if (granted === 'id_token')
    return waiting ? 'flowOutcomeIdTokenByWebhookWaiting' : 'flowOutcomeIdTokenByWebhook';
  return waiting ? 'flowOutcomeCodeByWebhookWaiting' : 'flowOutcomeCodeByWebhook';
}
