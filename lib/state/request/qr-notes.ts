import { t } from '../../i18n/t.ts';
import { isLoopback } from '../../oauth/is-loopback.ts';
import { parseUrl } from '../../oauth/url.ts';
import { formatNumber } from '../shared/format.ts';
import { DENSE_QR_BYTES, qrBytes } from './qr-code.ts';

/** A request that is opened on a phone. */
export interface PhoneRequest {
  readonly url: string;
  readonly redirectUri?: string;
}

/** Something to know before the code is scanned. */
export interface PhoneNote {
  readonly tone: 'warning' | 'info';
  readonly text: string;
}

/** What a redirect on a phone needs, most pressing first. */
export function phoneNotes({ url, redirectUri }: PhoneRequest): readonly PhoneNote[] {
  return [
    ...addressNotes(url, redirectUri),
    ...densityNotes(url),
    {
      tone: 'info',
      text: t('phoneBrowser'),
    },
  ];
}

function addressNotes(url: string, redirectUri: string | undefined): readonly PhoneNote[] {
  const notes: PhoneNote[] = [];
  if (isHere(url)) {
    notes.push({
      tone: 'warning',
      text: t('phoneEndpointHere'),
    });
  }
  if (redirectUri === undefined || redirectUri === '') return notes;
  if (isHere(redirectUri)) {
    notes.push({
      tone: 'warning',
      text: t('phoneLoopback'),
    });
  } else if (/^https?:/i.test(redirectUri)) {
    notes.push({
      tone: 'info',
      text: t('phoneReachable'),
    });
  } else {
    notes.push({
      tone: 'info',
      text: t('phoneScheme'),
    });
  }
  return notes;
}

function densityNotes(url: string): readonly PhoneNote[] {
  const bytes = qrBytes(url);
  if (bytes <= DENSE_QR_BYTES) return [];
  return [
    {
      tone: 'warning',
      text: t('phoneDense', formatNumber(bytes)),
    },
  ];
}

function isHere(url: string): boolean {
  return isLoopback(parseUrl(url)?.hostname ?? '');
}
