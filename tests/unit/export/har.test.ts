import Ajv from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import fc from 'fast-check';
import schemas from 'har-schema';
import { describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../lib/export/export-types.ts';
import { writeHar } from '../../../lib/export/har.ts';
import { createImporter } from '../../../lib/export/import-file.ts';
import { grantedBy } from '../../../lib/flow/outcome.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';
import { secretFlows } from './secret-flows.ts';

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addMetaSchema(draft06);
ajv.addSchema(Object.values(schemas));
const isHar = ajv.compile({ $ref: 'har.json#' });

const inputOf = (...flows: readonly Flow[]): ExportInput => ({
  catalogue: CATALOGUE,
  flows: flows.map((flow) => ({ flow, findings: [] })),
  version: '1.2.3',
  now: 0,
  redacted: false,
});
const AUTHORIZE =
  'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s';
const BACK = 'https://app.test/cb?code=x1&state=s';

describe('writeHar', () => {
  it('keeps to the schema of HAR 1.2, whatever the flow', () => {
    fc.assert(
      fc.property(fc.array(secretFlows, { maxLength: 3 }), (made) => {
        const har = JSON.parse(writeHar(inputOf(...made.map(({ flow }) => flow))));
        isHar(har);
        expect(isHar.errors).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('tells a schema from what is none', () => {
    expect(isHar({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [{}] } })).toBe(
      false,
    );
  });

  it('writes one entry for each hop, with its redirect', () => {
    const flow = onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, BACK).respond(BACK));
    const { log } = JSON.parse(writeHar(inputOf(flow)));
    expect(log.pages).toHaveLength(1);
    expect(
      log.entries.map(({ request, response, pageref, time }: never) => {
        const { method, url } = request as { method: string; url: string };
        const { status, redirectURL } = response as { status: number; redirectURL: string };
        return { method, url, status, redirectURL, pageref, time };
      }),
    ).toEqual([
      { method: 'GET', url: AUTHORIZE, status: 302, redirectURL: BACK, pageref: 'page_1', time: 1 },
      { method: 'GET', url: BACK, status: 200, redirectURL: '', pageref: 'page_1', time: 1 },
    ]);
  });

  it('gives the same code, state and hops when it is imported again', () => {
    fc.assert(
      fc.property(secretFlows, ({ flow }) => {
        const importer = createImporter(0, CATALOGUE);
        importer.push(writeHar(inputOf(flow)));
        const outcome = importer.finish();
        const [again] = outcome.ok ? outcome.value.flows : [];
        const outline = (one: Flow | undefined) => ({
          granted: one?.callback && grantedBy(one.callback.response),
          values: one?.callback?.response.values,
          hops: one?.hops.map(({ method, url, status, location }) => [method, url, status, location]),
        });
        const { calls: _, ...seen } = flow;
        expect(outline(again)).toEqual(outline(seen));
      }),
    );
  });
});

it('has the headers that are kept of the response of a call', () => {
  const flow = onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, BACK));
  const call = {
    id: 'page-1-x',
    profileId: 'oauth',
    stepId: 'page:token',
    name: 'Token request of the page',
    at: 0,
    elapsed: 1,
    method: 'POST',
    url: 'https://as.test/token',
    encoding: 'none',
    fields: [],
    status: 401,
    date: Date.UTC(2026, 0, 2, 3, 4, 5),
    cacheControl: 'no-store',
    challenge: 'Bearer error="invalid_token"',
  } as const;
  const { log } = JSON.parse(writeHar(inputOf({ ...flow, calls: [call] })));
  const entries: readonly { request: { url: string }; response: { headers: unknown } }[] = log.entries;
  expect(entries.find(({ request }) => request.url === call.url)?.response.headers).toEqual([
    { name: 'Date', value: 'Fri, 02 Jan 2026 03:04:05 GMT' },
    { name: 'Cache-Control', value: 'no-store' },
    { name: 'WWW-Authenticate', value: 'Bearer error="invalid_token"' },
  ]);
});
