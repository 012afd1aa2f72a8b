import { parseUrl } from '../oauth/url.ts';
import { formatNumber } from './format.ts';
import { DENSE_QR_BYTES, qrBytes } from './qr-code.ts';
import { say } from './say.ts';

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

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.localhost)$/i;

/** What a redirect on a phone needs, most pressing first. */
export function phoneNotes({ url, redirectUri }: PhoneRequest): readonly PhoneNote[] {
  return [
    ...addressNotes(url, redirectUri),
    ...densityNotes(url),
    {
      tone: 'info',
      text: say('phoneBrowser'),
    },
  ];
}

function addressNotes(url: string, redirectUri: string | undefined): readonly PhoneNote[] {
  const notes: PhoneNote[] = [];
  if (isLoopback(url)) {
    notes.push({
      tone: 'warning',
      text: say('phoneEndpointHere'),
    });
  }
  if (redirectUri === undefined || redirectUri === '') return notes;
  if (isLoopback(redirectUri)) {
    notes.push({
      tone: 'warning',
      text: say('phoneLoopback'),
    });
  } else if (/^https?:/i.test(redirectUri)) {
    notes.push({
      tone: 'info',
      text: say('phoneReachable'),
    });
  } else {
    notes.push({
      tone: 'info',
      text: say('phoneScheme'),
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
      text: say('phoneDense', formatNumber(bytes)),
    },
  ];
}

function isLoopback(url: string): boolean {
  return LOOPBACK.test(parseUrl(url)?.hostname ?? '');
}
