import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../lib/export/export-types.ts';
import { createImporter } from '../../../lib/export/import-file.ts';
import { redact } from '../../../lib/export/redact.ts';
import { writeSession } from '../../../lib/export/session.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';
import { secretFlows } from './secret-flows.ts';

const inputOf = (flows: readonly Flow[], redacted = false): ExportInput => ({
  catalogue: CATALOGUE,
  flows: flows.map((flow) => ({ flow, findings: [] })),
  version: '1.2.3',
  now: 1_700_000_000_000,
  redacted,
});

function importText(text: string) {
  const importer = createImporter(0, CATALOGUE);
  importer.push(text);
  return importer.finish();
}

const AUTHORIZE =
  'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s';
const answered = (): Flow =>
  onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, 'https://app.test/cb?code=x1&state=s'));

describe('a session file', () => {
  it('gives back the same flows when it is imported', () => {
    fc.assert(
      fc.property(fc.array(secretFlows, { maxLength: 4 }), (made) => {
        const flows = made.map(({ flow }) => flow);
        expect(importText(writeSession(inputOf(flows)))).toEqual({
          ok: true,
          value: { format: 'session', flows, entries: flows.length, skipped: [] },
        });
      }),
    );
  });

  it('gives back redacted flows as they were exported', () => {
    fc.assert(
      fc.property(secretFlows, ({ flow }) => {
        const redacted = redact(flow);
        const outcome = importText(writeSession(inputOf([redacted], true)));
        expect(outcome.ok && outcome.value.flows).toEqual([redacted]);
      }),
    );
  });

  it('says what it is before its flows', () => {
    const written = JSON.parse(writeSession(inputOf([answered()], true)));
    expect(Object.keys(written)).toEqual(['format', 'version', 'creator', 'exportedAt', 'redacted', 'flows']);
    expect({ ...written, flows: [] }).toEqual({
      format: 'grantscope-session',
      version: 2,
      creator: { name: 'Grantscope', version: '1.2.3' },
      exportedAt: '2023-11-14T22:13:20.000Z',
      redacted: true,
      flows: [],
    });
  });

  it('gives back a flow with webhooks, as the reducer made it', () => {
    const submitted = new Story()
      .request(AUTHORIZE)
      .webhook('{"authorizationCode":"x1","state":"s"}')
      .webhook('code=x2&state=s', { inboxUrl: 'https://inbox.test/1' });
    const alone = new Story(9).webhook('error=access_denied&state=unknown');
    const flows = [onlyFlow(submitted), onlyFlow(alone)];
    const outcome = importText(writeSession(inputOf(flows)));
    expect(outcome).toMatchObject({ ok: true, value: { flows, skipped: [] } });
  });

  it('gives back a group of calls with the findings that they keep', () => {
    const finding = {
      rule: 'FA01',
      severity: 'error',
      message: 'client_secret is missing.',
      remedy: 'Send it.',
      source: 'finAPI',
      at: { part: 'call', parameter: 'client_secret' },
    } as const;
    const flow = onlyFlow(new Story().called({ findings: [finding] }));
    const outcome = importText(writeSession(inputOf([flow])));
    expect(outcome).toMatchObject({ ok: true, value: { flows: [flow], skipped: [] } });
  });

  it('keeps a hold, calls, webhooks and a pin', () => {
    const base = answered();
    const flow: Flow = {
      ...base,
      pinned: true,
      droppedWebhooks: 1,
      hold: {
        kind: 'released',
        id: 'h',
        heldAt: 1,
        releasedAt: 2,
        released: { url: 'https://app.test/cb?code=x1&state=b', method: 'GET', tabId: 1 },
        changes: [{ name: 'state', from: 'a', to: 'b' }],
      },
      webhooks: [
        {
          id: 'w',
          at: 3,
          from: 'pasted',
          body: 'code=1',
          response: { channel: 'query', customScheme: false, parameters: [], others: [], values: {} },
        },
      ],
    };
    const outcome = importText(writeSession(inputOf([flow])));
    expect(outcome.ok && outcome.value.flows).toEqual([flow]);
  });
});

describe('a hostile session file', () => {
  const session = (...flows: readonly unknown[]): string =>
    JSON.stringify({ format: 'grantscope-session', version: 1, flows });
  const good = JSON.parse(JSON.stringify(answered()));

  it('loses no flow for one that is broken, and says what is wrong with it', () => {
    const outcome = importText(
      session(good, { ...good, hops: 5 }, null, { ...good, status: 'odd' }, { ...good, startedAt: 1e99 }),
    );
    expect(outcome.ok && outcome.value.flows.map(({ id }) => id)).toEqual([good.id]);
    expect(outcome.ok && outcome.value.skipped).toEqual([
      { why: 'hops is not a list', count: 1 },
      { why: 'it is not an object', count: 1 },
      { why: 'status is not one of open, completed, failed, held, abandoned, unseen', count: 1 },
      { why: 'startedAt is not a date', count: 1 },
    ]);
  });

  it('takes no prototype and no unknown member from it', () => {
    const text = session(good).replace('{"id"', '{"__proto__":{"polluted":true},"strange":1,"id"');
    const outcome = importText(text);
    const [flow] = outcome.ok ? outcome.value.flows : [];
    expect(Object.hasOwn(flow ?? {}, 'strange')).toBe(false);
    expect((flow as unknown as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('leaves out what is nested too deeply', () => {
    const outcome = importText(
      `{"format":"grantscope-session","version":1,"flows":[${'['.repeat(200_000)}${']'.repeat(200_000)},${JSON.stringify(good)}]}`,
    );
    expect(outcome.ok && [outcome.value.flows.length, outcome.value.skipped]).toEqual([
      1,
      [{ why: 'nested too deeply', count: 1 }],
    ]);
  });

  it('is refused when a newer version wrote it', () => {
    const outcome = importText('{"format":"grantscope-session","version":3,"flows":[{}]}');
    expect(!outcome.ok && outcome.failure.code).toBe('import-newer');
  });

  it('never makes the import throw, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom('flows', 'requests', 'log'),
        (value, list) => {
          const inner = list === 'log' ? { entries: [value, value] } : [value];
          expect(() =>
            importText(JSON.stringify({ format: 'grantscope-session', [list]: inner })),
          ).not.toThrow();
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ab1 '), maxLength: 60 }), (text) => {
        expect(() => importText(text)).not.toThrow();
      }),
    );
  });

  it('never makes the import throw for a member of the wrong type', () => {
    const paths = Object.keys(good);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (name, value) => {
        expect(importText(session({ ...good, [name]: value })).ok).toBe(true);
      }),
    );
  });
});
