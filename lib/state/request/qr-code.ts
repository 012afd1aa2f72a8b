import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { formatNumber } from '../shared/format.ts';

/** Bytes that a QR code holds at most: version 40, level L, byte mode (ISO/IEC 18004 table 7). */
export const MAX_QR_BYTES = 2_953;

/** Bytes above which a code is so dense that phones begin to struggle with it on a screen. */
export const DENSE_QR_BYTES = 1_000;

/** Bytes of a text in UTF-8. */
export function qrBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Why a URL cannot be a QR code, or undefined when it can. */
export function qrFailure(url: string): Failure | undefined {
  const bytes = qrBytes(url);
  if (bytes <= MAX_QR_BYTES) return undefined;
  return {
    code: 'too-long-for-qr',
    message: t('phoneTooLong', formatNumber(bytes), formatNumber(MAX_QR_BYTES)),
    remedy: t('phoneTooLongRemedy'),
  };
}
