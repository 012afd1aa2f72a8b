import type { Failure } from '../messaging/protocol.ts';
import { say } from './say.ts';

/** Any thrown thing as a failure that can be shown; our own errors bring code, sentence and remedy. */
export function failureOf(error: unknown, remedy = say('failureRetry')): Failure {
  if (error instanceof Error) {
    const own = error as Error & { code?: unknown; remedy?: unknown };
    return {
      code: typeof own.code === 'string' ? own.code : 'unexpected',
      message: own.message === '' ? say('failureUnknown') : own.message,
      remedy: typeof own.remedy === 'string' ? own.remedy : remedy,
    };
  }
  return { code: 'unexpected', message: say('failureUnknown'), remedy };
}
