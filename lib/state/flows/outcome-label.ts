import { type ConnectionFailure, connectionFailure } from '../../flow/connection-failure.ts';
import type { ExchangeState, Granted, Outcome } from '../../flow/outcome-types.ts';
import type { Abandonment } from '../../flow/types.ts';
import { type MessageName, t, tCount } from '../../i18n/t.ts';
import { formatClock } from '../shared/format.ts';

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
export function outcomeLabel(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'waiting':
      return t('flowOutcomeWaiting');
    case 'arriving':
      return t('flowOutcomeArriving', answerLabel(outcome));
    case 'granted':
      return grantedLabel(outcome);
    case 'held':
      return t('flowOutcomeHeld', answerLabel(outcome));
    case 'dropped':
      return t('flowOutcomeDropped', answerLabel(outcome));
    case 'released-with-changes':
      if (outcome.names.length === 0) return t('flowOutcomeReleasedSome');
      return outcome.status === undefined
        ? t('flowOutcomeReleasedChanged', outcome.names.join(', '))
        : t('flowOutcomeReleasedAnswered', outcome.names.join(', '), outcome.status);
    case 'state-mismatch':
      return t('flowOutcomeStateMismatch');
    case 'unreachable':
      return unreachableLabel(outcome.error);
    case 'callback-failed':
      return t('flowOutcomeCallbackStatus', outcome.status);
    case 'refused':
      return errorLabel(outcome.error);
    case 'no-answer':
      return t('flowOutcomeNeither');
    case 'content-not-visible':
      return t('flowOutcomeNotVisible');
    case 'has-errors':
      return tCount('flowOutcomeHasErrors', outcome.count, outcome.rule, t(GRANTED[outcome.granted]));
    case 'provider-failed':
      return t(outcome.status < 500 ? 'flowOutcomeRefusedBefore' : 'flowOutcomeStatus', outcome.status);
    case 'stopped':
      return t('flowOutcomeStopped', outcome.error);
    case 'webhook-granted':
      return t(webhookMessage(outcome));
    case 'webhook-refused':
      return t(
        outcome.waiting ? 'flowOutcomeByWebhookWaiting' : 'flowOutcomeByWebhook',
        errorLabel(outcome.error),
      );
    case 'post-message':
      return t('flowOutcomePostMessage');
    case 'frame-refused':
      return outcome.policy === undefined
        ? t('flowOutcomeFrameRefused')
        : t('flowOutcomeFrameRefusedBy', outcome.policy.replaceAll('\n', '; '));
    case 'frame-removed':
      return t('flowOutcomeFrameRemoved');
    case 'not-signed-in':
      return t('flowOutcomeNotSignedIn', outcome.error);
    case 'application-error':
      return t('flowOutcomeApplicationError', outcome.status ?? errorLabel(outcome.error ?? ''));
    case 'started-again':
      return t('flowOutcomeStartedOver');
    case 'login-loop':
      return t('flowOutcomeLoop', outcome.rounds);
    case 'logged-out':
      return t(outcome.back ? 'flowOutcomeLoggedOut' : 'flowOutcomeLoggedOutThere');
    case 'abandoned':
      return t(ABANDONED[outcome.why]);
    case 'calls':
      return outcome.failed === 0
        ? tCount('flowOutcomeCalls', outcome.calls)
        : tCount('flowOutcomeCallsFailed', outcome.calls, outcome.failed);
  }
}

function answerLabel({ granted, error }: { readonly granted?: Granted; readonly error?: string }): string {
  if (error !== undefined) return errorLabel(error);
  return t(granted ? GRANTED[granted] : 'flowOutcomeNeither');
}

function errorLabel(error: string): string {
  return error || t('flowOutcomeNoErrorCode');
}

function unreachableLabel(error: string | undefined): string {
  if (error === undefined) return t('flowOutcomeUnreachable');
  const failure = connectionFailure(error);
  return t('flowOutcomeUnreachableFor', failure ? t(FAILURES[failure]) : error);
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

function grantedLabel({
  granted,
  exchange,
  exchangedAt,
  exchangeError,
}: Extract<Outcome, { readonly kind: 'granted' }>): string {
  if (exchangeError) return t('flowOutcomeExchangeRefused', exchangeError);
  if (exchangedAt !== undefined) return t('flowOutcomeSignedIn', formatClock(exchangedAt));
  return t(exchange ? EXCHANGED[exchange] : GRANTED[granted]);
}
