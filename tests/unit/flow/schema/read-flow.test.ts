import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../../lib/export/import-file.ts';
import { writeSession } from '../../../../lib/export/session.ts';
import { recordedFlow } from '../../../../lib/flow/recorded-flow.ts';
import { FlowSchema } from '../../../../lib/flow/schema/flow-schema.ts';
import { readFlow } from '../../../../lib/flow/schema/read-flow.ts';
import { storedFlow } from '../../../../lib/flow/schema/stored-flow.ts';
import type { Flow } from '../../../../lib/flow/types.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { arbitraryOf } from '../../support/schema-arbitrary.ts';

const TOKEN = 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FzLnRlc3QiLCJjb2RlIjoieDEifQ.';

const texts = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9_-]{0,8}$/) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'code',
      'state',
      'request',
      'response',
      'https://as.test/authorize?response_type=code&client_id=c&state=s',
      'https://app.test/cb?code=x1&state=s#id_token=a.b.c',
      'myapp:/cb?authorizationCode=x1',
      TOKEN,
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** Every flow that the schema allows, with its tokens decoded. */
const flows = arbitraryOf(FlowSchema, texts).map((stored): Flow => {
  const read = readFlow(stored);
  if ('wrong' in read) throw new Error(read.wrong);
  return read.flow;
});

describe('a flow of any shape that the schema allows', { timeout: 60_000 }, () => {
  it('is the same after it was stored and read', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        expect(readFlow(JSON.parse(JSON.stringify(storedFlow(flow))))).toEqual({ flow });
      }),
    );
  });

  it('is whole after its export and import: webhooks, calls, cookies, holds and marks', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const importer = createImporter(0, CATALOGUE);
        const input = { flows: [{ flow, findings: [] }], catalogue: CATALOGUE, version: '1', now: 0 };
        importer.push(writeSession({ ...input, redacted: false }));
        const outcome = importer.finish();
        expect(outcome).toEqual({
          ok: true,
          value: {
            format: 'session',
            flows: [recordedFlow(flow, CATALOGUE.aliases)],
            entries: 1,
            skipped: [],
          },
        });
      }),
    );
  });
});

describe('a stored value that is no flow', () => {
  const stored = storedFlow(fc.sample(flows, { numRuns: 1, seed: 1 })[0] as Flow);

  it('is refused with the place and what should be there', () => {
    expect(readFlow(7)).toEqual({ wrong: 'it is not an object' });
    expect(readFlow({ ...stored, hops: [{}] })).toEqual({ wrong: 'hops[0].requestId is missing' });
    expect(readFlow({ ...stored, tabId: '1' })).toEqual({ wrong: 'tabId is not a number' });
    expect(readFlow({ ...stored, startedAt: -1 })).toEqual({ wrong: 'startedAt is not a date' });
    expect(readFlow({ ...stored, launch: { id: 4 } })).toEqual({ wrong: 'launch.id is not a text' });
    expect(readFlow({ ...stored, observationIds: [4] })).toEqual({
      wrong: 'observationIds[0] is not a text',
    });
    expect(readFlow({ ...stored, private: 'no' })).toEqual({ wrong: 'private is not true or false' });
  });

  it('never makes reading throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(stored)), fc.jsonValue({ maxDepth: 3 }), (name, value) => {
        expect(() => readFlow({ ...stored, [name]: value })).not.toThrow();
        expect(() => readFlow(value)).not.toThrow();
      }),
    );
  });
});
