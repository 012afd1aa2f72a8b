import type { Failure } from '../messaging/protocol.ts';
import { hostOf } from '../oauth/url.ts';
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
  readonly say: (host: string, error: string) => Failure;
}

const KINDS: readonly Kind[] = [
  {
    pattern: /INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/,
    say: () => OFFLINE,
  },
  {
    pattern: /CERT|SSL|SEC_ERROR|issuer|certificate/i,
    say: (host, error) => ({
      code: 'call-certificate',
      message: `The certificate of ${host} is not trusted (${error}), so that nothing was sent.`,
      remedy:
        'Open the address in a tab to see what is wrong with it; for your own server add its authority to the browser’s.',
    }),
  },
  {
    pattern: /NAME_NOT_RESOLVED|UNKNOWN_HOST|NAME_RESOLUTION/,
    say: (host) => ({
      code: 'call-unknown-host',
      message: `There is no host called ${host}.`,
      remedy: 'Check the spelling of the base URL, and that your VPN or DNS knows it.',
    }),
  },
  {
    pattern: /CONNECTION_REFUSED|ADDRESS_UNREACHABLE|NET_RESET|CONNECTION_RESET|EMPTY_RESPONSE/,
    say: (host, error) => ({
      code: 'call-refused',
      message: isLoopback(host)
        ? `Nothing answered at ${host}.`
        : `${host} refused or cut the connection (${error}).`,
      remedy: isLoopback(host)
        ? 'Start the local sandbox with npm start, or correct the port, then run it again.'
        : 'Check the port and whether the server runs, then run it again.',
    }),
  },
  {
    pattern: /TIMED_OUT|NET_TIMEOUT/,
    say: (host) => ({
      code: 'call-timeout',
      message: `${host} did not take the connection in time.`,
      remedy: 'Check the address, your network and the server’s list of allowed addresses.',
    }),
  },
  {
    pattern: /BLOCKED_BY_CLIENT|BLOCKED_BY_ADMINISTRATOR|NS_ERROR_DOM_BAD_URI/,
    say: (host) => ({
      code: 'call-blocked',
      message: `The browser blocked the call to ${host}.`,
      remedy: 'Look for another extension or a policy that blocks it; the curl command is not blocked.',
    }),
  },
];

const OFFLINE: Failure = {
  code: 'call-offline',
  message: 'The browser is offline.',
  remedy: 'Connect to the network, then run it again.',
};

/**
 * Why a call got no answer, as plainly as can be told: a page hears only that it failed, the browser's network may have
 * said more.
 */
export function networkFailure(facts: NoAnswer): Failure {
  const { url, error, browserError, answered, hasAccess, online } = facts;
  if (!(error instanceof TypeError)) return failureOf(error);
  const host = hostOf(url);
  const known = browserError && KINDS.find(({ pattern }) => pattern.test(browserError));
  if (known) return known.say(host, browserError);
  if (!online && !isLoopback(host)) return OFFLINE;
  if (hasAccess === false) {
    return {
      code: 'call-no-access',
      message: `Grantscope may not read answers of ${host}, and the server does not allow it to every page (CORS).`,
      remedy: `Allow access to ${host}, then run it again; the curl command needs no permission.`,
    };
  }
  if (answered) {
    return {
      code: 'call-cors',
      message: `${host} answered, and the browser does not let Grantscope read it (CORS).`,
      remedy: 'Run the curl command instead, or allow access to this host.',
    };
  }
  return isLoopback(host)
    ? {
        code: 'call-not-reached',
        message: `Nothing answered at ${host}.`,
        remedy: 'Start the local sandbox with npm start, or correct the port, then call again.',
      }
    : {
        code: 'call-not-reached',
        message: `${host} was not reached, or it does not let Grantscope read its answer (CORS).`,
        remedy:
          'Allow access to this host, check the address and your connection, then call again; the curl command tells which of them it is.',
      };
}

function isLoopback(host: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host);
}
