import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DELIVERIES, readWebhooks } from '../../../lib/oauth/read-webhooks.ts';
import { readWebhookBody, stateInsideCode } from '../../../lib/oauth/webhook-body.ts';
import { ALIASES } from '../support/catalogue.ts';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const codeWith = (state: string): string => `${encode({ alg: 'HS256' })}.${encode({ state })}.c2ln`;

const LEATHERBACK = '{"authorizationCode":"c1","state":"s1"}';

const bodiesOf = (text: string): readonly string[] => {
  const read = readWebhooks(text, ALIASES);
  if (!read.ok) throw new Error(read.failure.message);
  return read.webhooks.map(({ body }) => body);
};

const valuesOf = (body: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readWebhookBody(body, ALIASES).values).map(([name, found]) => [name, found.value]),
  );

describe('the parameters of a webhook', () => {
  it('are the members of a JSON body, under the names they came by', () => {
    const { channel, values, parameters } = readWebhookBody(LEATHERBACK, ALIASES);
    expect(channel).toBe('webhook');
    expect(values).toEqual({
      code: { name: 'authorizationCode', value: 'c1', source: 'webhook' },
      state: { name: 'state', value: 's1', source: 'webhook' },
    });
    expect(parameters.map(({ name, value }) => [name, value])).toEqual([
      ['authorizationCode', 'c1'],
      ['state', 's1'],
    ]);
  });

  it('are found in inner objects, the outermost first', () => {
    expect(valuesOf('{"data":{"code":"inner","state":"s1"},"code":"outer"}')).toEqual({
      code: 'outer',
      state: 's1',
    });
  });

  it('are form fields, decoded', () => {
    expect(valuesOf('code=a%20b&state=s%2B1')).toEqual({ code: 'a b', state: 's+1' });
  });

  it('are none in a body that cannot be read', () => {
    expect(readWebhookBody('{"code":', ALIASES).parameters).toEqual([]);
    expect(readWebhookBody('<html>', ALIASES).parameters).toEqual([]);
  });

  it('name the state inside a code that is a token', () => {
    const body = JSON.stringify({ authorizationCode: codeWith('inner'), state: 'outer' });
    expect(stateInsideCode(readWebhookBody(body, ALIASES))).toBe('inner');
    expect(stateInsideCode(readWebhookBody(LEATHERBACK, ALIASES))).toBeUndefined();
  });

  it('are read from any text without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => readWebhookBody(text, ALIASES) !== undefined),
    );
  });
});

describe('what is pasted', () => {
  it.each([
    ['a JSON body', LEATHERBACK],
    ['a body with spaces around', `\n  ${LEATHERBACK}  \n`],
    [
      'a whole request',
      `POST /hook HTTP/1.1\r\nHost: app.test\r\nContent-Type: application/json\r\n\r\n${LEATHERBACK}`,
    ],
    ['a whole request with line feeds alone', `POST /hook HTTP/1.1\nHost: app.test\n\n${LEATHERBACK}\n`],
    [
      'a curl command',
      `curl -X POST 'https://app.test/hook' -H 'Content-Type: application/json' -d '${LEATHERBACK}'`,
    ],
    [
      'a curl command over several lines',
      `curl https://app.test/hook \\\n  --header "content-type: application/json" \\\n  --data-raw "${LEATHERBACK.replaceAll('"', '\\"')}"`,
    ],
    ['a list of one', `[${LEATHERBACK}]`],
    ['a list of one text', JSON.stringify([LEATHERBACK])],
  ])('is taken from %s', (_, text) => {
    expect(bodiesOf(text)).toEqual([LEATHERBACK]);
  });

  it('is taken from form fields', () => {
    expect(bodiesOf('code=c1&state=s1')).toEqual(['code=c1&state=s1']);
  });

  it('is taken from webhook.site’s list of requests, each POST of it', () => {
    const list = {
      data: [
        {
          uuid: 'u1',
          method: 'POST',
          content: LEATHERBACK,
          url: 'https://webhook.site/t',
          created_at: 'now',
        },
        { uuid: 'u2', method: 'GET', content: '', url: 'https://webhook.site/t' },
        { uuid: 'u3', method: 'POST', content: 'hello' },
        { uuid: 'u4', method: 'POST', content: 'code=c2&state=s2' },
      ],
      total: 4,
    };
    expect(readWebhooks(JSON.stringify(list), ALIASES)).toEqual({
      ok: true,
      webhooks: [
        { id: 'inbox:u1', body: LEATHERBACK },
        { id: 'inbox:u4', body: 'code=c2&state=s2' },
      ],
      skipped: 2,
    });
  });

  it('is one delivery however often and with whatever spaces it is told', () => {
    const spaced = JSON.stringify(JSON.parse(LEATHERBACK), null, 2);
    const [first] = idsOf(LEATHERBACK);
    expect(idsOf(spaced)).toEqual([first]);
    expect(idsOf(`[${LEATHERBACK},${spaced}]`)).toEqual([first]);
    expect(idsOf('{"authorizationCode":"c2","state":"s1"}')).not.toEqual([first]);
  });

  it('is counted, not read, beyond the bound', () => {
    const many = Array.from({ length: MAX_DELIVERIES + 7 }, (_, n) => ({ code: `c${n}`, state: 's' }));
    const read = readWebhooks(JSON.stringify(many), ALIASES);
    expect(read.ok && [read.webhooks.length, read.skipped]).toEqual([MAX_DELIVERIES, 7]);
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'nothing'],
    ['{"code": "c1", ', 'not-json'],
    ['POST /hook HTTP/1.1\r\nHost: app.test\r\n\r\n', 'no-body'],
    ['curl https://app.test/hook', 'no-body'],
    ['{"hello":"world"}', 'no-answer'],
    ['hello', 'no-answer'],
    ['[]', 'empty'],
    ['{"data":[]}', 'empty'],
    ['x'.repeat(5_000_001), 'too-long'],
  ])('is said of %.40s', (text, code) => {
    const read = readWebhooks(text, ALIASES);
    expect(read.ok ? undefined : read.failure.code).toBe(code);
    if (!read.ok)
      expect([read.failure.message, read.failure.remedy].every((words) => words.length > 10)).toBe(true);
  });

  it('is never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        (text) => typeof readWebhooks(text, ALIASES).ok === 'boolean',
      ),
    );
  });
});

function idsOf(text: string): readonly string[] {
  const read = readWebhooks(text, ALIASES);
  return read.ok ? read.webhooks.map(({ id }) => id) : [];
}
