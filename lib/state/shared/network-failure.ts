import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { isLoopback } from '../../oauth/is-loopback.ts';
import { hostOf } from '../../oauth/url.ts';
import { failureOf } from './failure-of.ts';

/** What is known of a call that got no answer. */
export interface NoAnswer {
  readonly url: string;
  readonly error: unknown;
  /** The browser's own error name, where it told. */
  readonly browserError?: string | undefined;
  /** True when the head of an answer was seen. */
  readonly answered: boolean;
  /** False when the extension may not see this host; undefined when that is not known. */
  readonly hasAccess?: boolean | undefined;
  /** False when the browser says that it is offline. */
  readonly online: boolean;
}

interface Kind {
  readonly pattern: RegExp;
  readonly submit: (host: string, error: string) => Failure;
}

const KINDS: readonly Kind[] = [
  {
    pattern: /INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/,
    submit: offline,
  },
  {
    pattern: /CERT|SSL|SEC_ERROR|issuer|certificate/i,
    submit: (host, error) => ({
      code: 'call-certificate',
      message: t('networkCertificate', host, error),
      remedy: t('networkCertificateRemedy'),
    }),
  },
  {
    pattern: /NAME_NOT_RESOLVED|UNKNOWN_HOST|NAME_RESOLUTION/,
    submit: (host) => ({
      code: 'call-unknown-host',
      message: t('networkUnknownHost', host),
      remedy: t('networkUnknownHostRemedy'),
    }),
  },
  {
    pattern: /CONNECTION_REFUSED|ADDRESS_UNREACHABLE|NET_RESET|CONNECTION_RESET|EMPTY_RESPONSE/,
    submit: (host, error) => ({
      code: 'call-refused',
      message: isHere(host) ? t('networkNothingAnswered', host) : t('networkRefused', host, error),
      remedy: isHere(host) ? t('networkSandboxRunRemedy') : t('networkRefusedRemedy'),
    }),
  },
  {
    pattern: /TIMED_OUT|NET_TIMEOUT/,
    submit: (host) => ({
      code: 'call-timeout',
      message: t('networkTimeout', host),
      remedy: t('networkTimeoutRemedy'),
    }),
  },
  {
    pattern: /BLOCKED_BY_CLIENT|BLOCKED_BY_ADMINISTRATOR|NS_ERROR_DOM_BAD_URI/,
    submit: (host) => ({
      code: 'call-blocked',
      message: t('networkBlocked', host),
      remedy: t('networkBlockedRemedy'),
    }),
  },
];

function offline(): Failure {
  return { code: 'call-offline', message: t('networkOffline'), remedy: t('networkOfflineRemedy') };
}

/**
 * Why a call got no answer, as plainly as can be told: a page hears only that it failed, the browser's network may have
 * said more.
 */
export function networkFailure(facts: NoAnswer): Failure {
  const { url, error, browserError, answered, hasAccess, online } = facts;
  if (!(error instanceof TypeError)) return failureOf(error);
  const host = hostOf(url);
  const known = browserError && KINDS.find(({ pattern }) => pattern.test(browserError));
  if (known) return known.submit(host, browserError);
  if (!online && !isHere(host)) return offline();
  if (hasAccess === false) {
    return {
      code: 'call-no-access',
      message: t('networkNoAccess', host),
      remedy: t('networkNoAccessRemedy', host),
    };
  }
  if (answered) {
    return {
      code: 'call-cors',
      message: t('networkCors', host),
      remedy: t('networkCorsRemedy'),
    };
  }
  return isHere(host)
    ? {
        code: 'call-not-reached',
        message: t('networkNothingAnswered', host),
        remedy: t('networkSandboxCallRemedy'),
      }
    : {
        code: 'call-not-reached',
        message: t('networkNotReached', host),
        remedy: t('networkNotReachedRemedy'),
      };
}

function isHere(host: string): boolean {
  return isLoopback(host.replace(/:\d+$/, ''));
}
