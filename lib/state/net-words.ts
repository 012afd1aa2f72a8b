import type { Failure } from '../messaging/protocol.ts';
import type { NetFailure } from '../net/net-failure.ts';
import { formatBytes } from './format-bytes.ts';
import { say } from './say.ts';

/** UTF-16 units of an address that a sentence shows. */
const SHOWN = 200;

/** A failed request in words: which address answered what, and what to do about it. The code stays. */
export function netWords(failure: NetFailure): Failure {
  const { code } = failure;
  const address = failure.address.slice(0, SHOWN);
  const worded = (message: string, remedy: string): Failure => ({ code, message, remedy });
  switch (failure.code) {
    case 'address':
      return worded(say('netAddress', address), say('netAddressRemedy'));
    case 'timeout':
      return worded(say('netTimeout', address, failure.milliseconds / 1_000), say('netTimeoutRemedy'));
    case 'too-long':
      return worded(say('netTooLong', address, formatBytes(failure.limit)), say('netTooLongRemedy'));
    case 'redirected':
      return worded(
        failure.location === undefined
          ? say('netRedirected', address)
          : say('netRedirectedTo', address, failure.location.slice(0, SHOWN)),
        say('netRedirectedRemedy'),
      );
    case 'unreachable':
      return worded(say('netUnreachable', address), say('netUnreachableRemedy'));
    case 'offline':
      return worded(say('netOffline'), say('netOfflineRemedy'));
    case 'cancelled':
      return worded(say('netCancelled', address), say('failureRetry'));
    case 'status':
      return worded(
        say('netStatus', address, failure.status),
        say(failure.status === 404 ? 'netStatusPath' : 'netStatusRemedy'),
      );
    case 'web-page':
      return worded(say('netWebPage', address), say('netNotJsonRemedy'));
    case 'not-json':
      return worded(say('netNotJson', address), say('netNotJsonRemedy'));
  }
}
