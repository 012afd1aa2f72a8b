import { parseUrl } from '../oauth/url.ts';
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

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.localhost)$/i;

/** What a redirect on a phone needs, most pressing first. */
export function phoneNotes({ url, redirectUri }: PhoneRequest): readonly PhoneNote[] {
  return [
    ...addressNotes(url, redirectUri),
    ...densityNotes(url),
    {
      tone: 'info',
      text: 'Open it in the phone’s own browser, not inside another app: an embedded web view can read what is typed, and many providers refuse it (RFC 8252 section 8.12).',
    },
  ];
}

function addressNotes(url: string, redirectUri: string | undefined): readonly PhoneNote[] {
  const notes: PhoneNote[] = [];
  if (isLoopback(url)) {
    notes.push({
      tone: 'warning',
      text: 'The authorization endpoint is on this machine, where the phone cannot reach it: there, 127.0.0.1 and localhost mean the phone itself.',
    });
  }
  if (redirectUri === undefined || redirectUri === '') return notes;
  if (isLoopback(redirectUri)) {
    notes.push({
      tone: 'warning',
      text: 'The redirect URI is loopback: on the phone, 127.0.0.1 and localhost mean the phone itself, so its browser will show an error page. The address bar still holds the callback; copy it from there, or use a redirect URI that the phone can reach.',
    });
  } else if (/^https?:/i.test(redirectUri)) {
    notes.push({
      tone: 'info',
      text: 'The redirect URI must be reachable from the phone. An app of the provider or your own may take the URL over on the way.',
    });
  } else {
    notes.push({
      tone: 'info',
      text: 'The redirect URI has an application’s own scheme: the app that claims it must be on the phone (RFC 8252 section 7.1).',
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
      text: `${bytes.toLocaleString('en')} bytes make a dense code. If the phone does not read it, make this pane wider, or push the request (PAR, RFC 9126).`,
    },
  ];
}

function isLoopback(url: string): boolean {
  return LOOPBACK.test(parseUrl(url)?.hostname ?? '');
}
