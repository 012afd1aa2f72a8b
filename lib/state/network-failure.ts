import type { Failure } from '../messaging/protocol.ts';
import { hostOf } from '../oauth/url.ts';
import { failureOf } from './failure-of.ts';
import { say } from './say.ts';

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
  readonly tell: (host: string, error: string) => Failure;
}

const KINDS: readonly Kind[] = [
  {
    pattern: /INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/,
    tell: offline,
  },
  {
    pattern: /CERT|SSL|SEC_ERROR|issuer|certificate/i,
    tell: (host, error) => ({
      code: 'call-certificate',
      message: say('networkCertificate', host, error),
      remedy: say('networkCertificateRemedy'),
    }),
  },
  {
    pattern: /NAME_NOT_RESOLVED|UNKNOWN_HOST|NAME_RESOLUTION/,
    tell: (host) => ({
      code: 'call-unknown-host',
      message: say('networkUnknownHost', host),
      remedy: say('networkUnknownHostRemedy'),
    }),
  },
  {
    pattern: /CONNECTION_REFUSED|ADDRESS_UNREACHABLE|NET_RESET|CONNECTION_RESET|EMPTY_RESPONSE/,
    tell: (host, error) => ({
      code: 'call-refused',
      message: isLoopback(host) ? say('networkNothingAnswered', host) : say('networkRefused', host, error),
      remedy: isLoopback(host) ? say('networkSandboxRunRemedy') : say('networkRefusedRemedy'),
    }),
  },
  {
    pattern: /TIMED_OUT|NET_TIMEOUT/,
    tell: (host) => ({
      code: 'call-timeout',
      message: say('networkTimeout', host),
      remedy: say('networkTimeoutRemedy'),
    }),
  },
  {
    pattern: /BLOCKED_BY_CLIENT|BLOCKED_BY_ADMINISTRATOR|NS_ERROR_DOM_BAD_URI/,
    tell: (host) => ({
      code: 'call-blocked',
      message: say('networkBlocked', host),
      remedy: say('networkBlockedRemedy'),
    }),
  },
];

function offline(): Failure {
  return { code: 'call-offline', message: say('networkOffline'), remedy: say('networkOfflineRemedy') };
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
  if (known) return known.tell(host, browserError);
  if (!online && !isLoopback(host)) return offline();
  if (hasAccess === false) {
    return {
      code: 'call-no-access',
      message: say('networkNoAccess', host),
      remedy: say('networkNoAccessRemedy', host),
    };
  }
  if (answered) {
    return {
      code: 'call-cors',
      message: say('networkCors', host),
      remedy: say('networkCorsRemedy'),
    };
  }
  return isLoopback(host)
    ? {
        code: 'call-not-reached',
        message: say('networkNothingAnswered', host),
        remedy: say('networkSandboxCallRemedy'),
      }
    : {
        code: 'call-not-reached',
        message: say('networkNotReached', host),
        remedy: say('networkNotReachedRemedy'),
      };
}

function isLoopback(host: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host);
}
