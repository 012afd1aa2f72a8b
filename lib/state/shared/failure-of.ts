import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import type { Failure } from '../../messaging/protocol.ts';

/** Any thrown thing as a failure that can be shown; our own errors bring code, sentence and remedy. */
export function failureOf(error: unknown, remedy = t('failureRetry')): Failure {
  const message = error instanceof Error && error.message !== '' ? error.message : t('failureUnknown');
  if (error instanceof CodedError) return { code: error.code, message, remedy: error.remedy };
  return { code: 'unexpected', message, remedy };
}
