import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { NetFailure } from '../../net/net-failure.ts';
import { formatBytes } from './format-bytes.ts';

/** UTF-16 units of an address that a sentence shows. */
const SHOWN = 200;

/** A failed request in words: which address answered what, and what to do about it. The code stays. */
export function networkErrorLabel(failure: NetFailure): Failure {
  const { code } = failure;
  const address = failure.address.slice(0, SHOWN);
  const worded = (message: string, remedy: string): Failure => ({ code, message, remedy });
  switch (failure.code) {
    case 'address':
      return worded(t('netAddress', address), t('netAddressRemedy'));
    case 'timeout':
      return worded(t('netTimeout', address, failure.milliseconds / 1_000), t('netTimeoutRemedy'));
    case 'too-long':
      return worded(t('netTooLong', address, formatBytes(failure.limit)), t('netTooLongRemedy'));
    case 'redirected':
      return worded(
        failure.location === undefined
          ? t('netRedirected', address)
          : t('netRedirectedTo', address, failure.location.slice(0, SHOWN)),
        t('netRedirectedRemedy'),
      );
    case 'unreachable':
      return worded(t('netUnreachable', address), t('netUnreachableRemedy'));
    case 'offline':
      return worded(t('netOffline'), t('netOfflineRemedy'));
    case 'cancelled':
      return worded(t('netCancelled', address), t('failureRetry'));
    case 'status':
      return worded(
        t('netStatus', address, failure.status),
        t(failure.status === 404 ? 'netStatusPath' : 'netStatusRemedy'),
      );
    case 'web-page':
      return worded(t('netWebPage', address), t('netNotJsonRemedy'));
    case 'not-json':
      return worded(t('netNotJson', address), t('netNotJsonRemedy'));
  }
}
