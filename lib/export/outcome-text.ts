import { connectionFailure } from '../flow/connection-failure.ts';
import type { ExchangeState, Granted, Outcome } from '../flow/outcome-types.ts';

const GRANTED: Readonly<Record<Granted, string>> = {
  code: 'Code received',
  id_token: 'ID token received',
  access_token: 'Access token received',
  encrypted: 'Encrypted response received',
};

const EXCHANGED: Readonly<Record<ExchangeState, string>> = {
  'not-observed': 'Code received, exchange not observed',
  succeeded: 'Code received and exchanged',
  failed: 'Code exchange failed',
};

const FAILURES = {
  refused: 'connection refused',
  'name not resolved': 'host name not found',
  'timed out': 'timed out',
} as const;

/** An outcome in English, as exported files have it whatever the language of the pages. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'waiting':
      return 'Waiting for the callback';
    case 'arriving':
      return `${answerText(outcome)}, on its way to the application`;
    case 'granted':
      return grantedText(outcome);
    case 'held':
      return `${answerText(outcome)}, held`;
    case 'dropped':
      return `${answerText(outcome)}, dropped`;
    case 'released-with-changes': {
      if (outcome.names.length === 0) return 'Released with changes';
      const changed = `Released with changes: ${outcome.names.join(', ')}`;
      return outcome.status === undefined ? changed : `${changed}; answered ${outcome.status}`;
    }
    case 'state-mismatch':
      return 'State mismatch';
    case 'unreachable': {
      const failure = outcome.error === undefined ? undefined : connectionFailure(outcome.error);
      const reason = failure ? FAILURES[failure] : outcome.error;
      return reason === undefined ? 'Application unreachable' : `Application unreachable (${reason})`;
    }
    case 'callback-failed':
      return `Callback answered ${outcome.status}`;
    case 'refused':
      return errorText(outcome.error);
    case 'no-answer':
      return 'Neither code nor error';
    case 'content-not-visible':
      return 'Arrived, content not visible';
    case 'has-errors': {
      const { count, rule, granted } = outcome;
      return `${count === 1 ? `1 error (${rule})` : `${count} errors (${rule} first)`} · ${GRANTED[granted]}`;
    }
    case 'provider-failed':
      return outcome.status < 500
        ? `Refused by the provider before any redirect (${outcome.status})`
        : `The provider answered ${outcome.status}`;
    case 'stopped':
      return `Stopped: ${outcome.error}`;
    case 'webhook-granted':
      return byWebhook(outcome.granted === 'id_token' ? 'ID token' : 'Code', outcome.waiting);
    case 'webhook-refused':
      return byWebhook(errorText(outcome.error), outcome.waiting);
    case 'post-message':
      return 'Answered by postMessage, not visible here';
    case 'frame-refused':
      return outcome.policy === undefined
        ? 'Refused to be framed'
        : `Refused to be framed (${outcome.policy.replaceAll('\n', '; ')})`;
    case 'frame-removed':
      return 'Frame removed before the callback';
    case 'not-signed-in':
      return `Nobody is signed in (${outcome.error})`;
    case 'application-error':
      return `Application failed after the callback: ${outcome.status ?? errorText(outcome.error ?? '')}`;
    case 'started-again':
      return 'Application started again after the callback';
    case 'login-loop':
      return `Login loop: ${outcome.rounds} rounds`;
    case 'logged-out':
      return outcome.back ? 'Signed out and back at the application' : 'Signed out at the provider';
    case 'abandoned':
      return ABANDONED[outcome.why];
    case 'calls': {
      const calls = outcome.calls === 1 ? '1 call' : `${outcome.calls} calls`;
      return outcome.failed === 0 ? calls : `${calls}, ${outcome.failed} failed`;
    }
  }
}

const ABANDONED = {
  'browser closed': 'Browser closed before the callback',
  'tab closed': 'Tab closed before the callback',
  'started again': 'Started again before the callback',
  'left by the user': 'Left before the callback',
} as const;

function answerText({ granted, error }: { readonly granted?: Granted; readonly error?: string }): string {
  if (error !== undefined) return errorText(error);
  return granted ? GRANTED[granted] : 'Neither code nor error';
}

function errorText(error: string): string {
  return error || 'Error without a code';
}

function byWebhook(what: string, waiting: boolean): string {
  return `${what} by webhook${waiting ? ', waiting for the callback' : ''}`;
}

function grantedText({
  granted,
  exchange,
  exchangedAt,
  exchangeError,
}: Extract<Outcome, { readonly kind: 'granted' }>): string {
  if (exchangeError) return `Exchange failed: ${exchangeError}`;
  if (exchangedAt !== undefined)
    return `Signed in: tokens received at ${new Date(exchangedAt).toTimeString().slice(0, 8)}`;
  return exchange ? EXCHANGED[exchange] : GRANTED[granted];
}
