import { describe, expect, it } from 'vitest';
import { createCookieHash } from '../../../../lib/flow/cookies/hash-cookies.ts';
import { hasCookiesToRead, readCookieExchange } from '../../../../lib/flow/cookies/read-cookie-exchange.ts';
import type { NetworkEntry } from '../../../../lib/flow/network-entry.ts';

const headers = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

interface Made {
  readonly type?: string;
  readonly url?: string;
  readonly status?: number;
  readonly sent?: Readonly<Record<string, string>>;
  readonly received?: Readonly<Record<string, string>>;
}

function entry({
  type,
  url = 'https://app.example/cb?code=c#f',
  status = 200,
  sent = {},
  received = {},
}: Made) {
  return {
    ...(type === undefined ? {} : { _resourceType: type }),
    startedDateTime: '2026-01-02T03:04:05.000Z',
    time: 1,
    request: { method: 'GET', url, headers: headers(sent) },
    response: { status, headers: headers(received) },
  } as NetworkEntry;
}

const hash = async (name: string, value: string) => `${name}#${value.length}`;

describe('readCookieExchange', () => {
  it('reads names, attributes and hashes, without the query of the address', async () => {
    const made = entry({
      sent: { Host: 'app.example', Cookie: 'a=canary-1; b=canary=2', 'Sec-Fetch-Dest': 'document' },
      received: { 'Set-Cookie': 'c=canary-3; HttpOnly\nd=canary-4; SameSite=Lax' },
    });
    const read = await readCookieExchange(made, hash);
    expect(read).toEqual({
      method: 'GET',
      url: 'https://app.example/cb',
      at: Date.UTC(2026, 0, 2, 3, 4, 5),
      sent: [
        { name: 'a', hash: 'a#8' },
        { name: 'b', hash: 'b#8' },
      ],
      set: [
        { name: 'c', httpOnly: true, hash: 'c#8' },
        { name: 'd', sameSite: 'Lax', hash: 'd#8' },
      ],
    });
    expect(JSON.stringify(read)).not.toContain('canary');
  });

  it('takes a request without Cookie for one that sent none only where its headers are those that were sent', async () => {
    const document = { 'Sec-Fetch-Dest': 'document' };
    const raw = await readCookieExchange(entry({ sent: { ...document, Host: 'app.example' } }), hash);
    expect(raw?.sent).toEqual([]);
    expect((await readCookieExchange(entry({ sent: document }), hash))?.sent).toBeUndefined();
    const failed = entry({ sent: { ...document, Host: 'app.example' }, status: 0 });
    expect((await readCookieExchange(failed, hash))?.sent).toBeUndefined();
  });

  it('reads documents, frames and what sets cookies, and nothing else', () => {
    expect(hasCookiesToRead(entry({ type: 'document' }))).toBe(true);
    expect(hasCookiesToRead(entry({ sent: { 'sec-fetch-dest': 'iframe' } }))).toBe(true);
    expect(hasCookiesToRead(entry({ sent: { accept: 'text/html,*/*' } }))).toBe(true);
    expect(hasCookiesToRead(entry({ type: 'xhr', received: { 'set-cookie': 'a=1' } }))).toBe(true);
    expect(hasCookiesToRead(entry({ type: 'xhr', sent: { cookie: 'a=1' } }))).toBe(false);
    expect(hasCookiesToRead(entry({ type: 'image' }))).toBe(false);
    expect(hasCookiesToRead(entry({ type: 'document', url: 'chrome-extension://a/b.html' }))).toBe(false);
  });
});

describe('createCookieHash', () => {
  it('gives equal hashes for equal values, others for others, and others under another key', async () => {
    const [first, second] = await Promise.all([createCookieHash(), createCookieHash()]);
    expect(await first('a', 'v')).toBe(await first('a', 'v'));
    expect(await first('a', 'v')).not.toBe(await first('a', 'w'));
    expect(await first('a', 'v')).not.toBe(await second('a', 'v'));
    expect(await first('a', 'v')).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{16}$/);
  });
});
