import { describe, expect, it } from 'vitest';
import { drawQrCode } from '../../../../lib/state/request/draw-qr-code.ts';
import { MAX_QR_BYTES, qrFailure } from '../../../../lib/state/request/qr-code.ts';
import { phoneNotes } from '../../../../lib/state/request/qr-notes.ts';

/** Dark modules of a path of runs, as `x,y`. */
function modulesOf(path: string): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step++) modules.add(`${Number(x) + step},${y}`);
  }
  return modules;
}

describe('a QR code', () => {
  it('has its three finder patterns inside a quiet zone of four modules', () => {
    const { size, path } = drawQrCode('https://as.example/authorize?state=s1');
    const modules = modulesOf(path);
    const corner = (x: number, y: number): boolean =>
      [0, 6].every((edge) => modules.has(`${x + edge},${y}`)) &&
      !modules.has(`${x + 1},${y + 1}`) &&
      modules.has(`${x + 3},${y + 3}`);
    expect((size - 8 - 17) % 4).toBe(0);
    expect([corner(4, 4), corner(size - 11, 4), corner(4, size - 11)]).toEqual([true, true, true]);
    const outside = [...modules]
      .flatMap((module) => module.split(',').map(Number))
      .filter((at) => at < 4 || at >= size - 4);
    expect(outside).toEqual([]);
  });

  it('holds as many bytes as the standard allows, and no more', () => {
    const fits = `https://as.example/${'x'.repeat(MAX_QR_BYTES - 19)}`;
    expect(qrFailure(fits)).toBeUndefined();
    expect(drawQrCode(fits).size).toBe(177 + 8);
    expect(qrFailure(`${fits}x`)).toEqual({
      code: 'too-long-for-qr',
      message: 'The URL has 2,954 bytes; a QR code holds 2,953 at most.',
      remedy:
        'Push the request (PAR, RFC 9126): its URL carries a short request_uri in place of the request object. Or send the copied URL to the phone.',
    });
  });
});

describe('what is said beside it', () => {
  const tones = (url: string, redirectUri?: string) =>
    phoneNotes({ url, ...(redirectUri ? { redirectUri } : {}) }).map(
      ({ tone, text }) => `${tone}: ${text.slice(0, 40)}`,
    );

  it('warns of addresses that the phone cannot reach', () => {
    expect(tones('http://127.0.0.1:4601/authorize', 'http://localhost:4600/callback')).toEqual([
      'warning: The authorization endpoint is on this ma',
      'warning: The redirect URI is loopback: on the pho',
      'info: Open it in the phone’s own browser, not ',
    ]);
  });

  it('says what a public redirect URI and an application’s own scheme need', () => {
    expect(tones('https://as.example/a', 'https://app.example/cb')[0]).toBe(
      'info: The redirect URI must be reachable from ',
    );
    expect(tones('https://as.example/a', 'com.example:/cb')[0]).toBe(
      'info: The redirect URI has an application’s ow',
    );
  });

  it('warns of a dense code', () => {
    expect(tones(`https://as.example/${'x'.repeat(1_500)}`)[0]).toBe(
      'warning: 1,519 bytes make a dense code. If the ph',
    );
  });
});
