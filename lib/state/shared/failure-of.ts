import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';

/** Any thrown thing as a failure that can be shown; our own errors bring code, sentence and remedy. */
export function failureOf(error: unknown, remedy = t('failureRetry')): Failure {
  if (error instanceof Error) {
    const own = error as Error & { code?: unknown; remedy?: unknown };
    return {
      code: typeof own.code === 'string' ? own.code : 'unexpected',
      message: own.message === '' ? t('failureUnknown') : own.message,
      remedy: typeof own.remedy === 'string' ? own.remedy : remedy,
    };
  }
  return { code: 'unexpected', message: t('failureUnknown'), remedy };
}
