import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../lib/export/export-formats.ts';
import { createRedactor, redact } from '../../../lib/export/redact.ts';
import { writeExport } from '../../../lib/export/write-export.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { secretFlows, spellingsOf } from './secret-flows.ts';

describe('redaction of any flow', () => {
  for (const { id } of EXPORT_FORMATS) {
    it(`lets no secret survive in any spelling: ${id}`, () => {
      fc.assert(
        fc.property(secretFlows, ({ flow, secrets }) => {
          const findings = runRules(flow, { catalogue: CATALOGUE, now: flow.updatedAt });
          const written = writeExport(id, {
            catalogue: CATALOGUE,
            flows: [{ flow, findings }],
            version: '1.2.3',
            now: 0,
            redacted: true,
          }).text;
          const survived = secrets.filter((secret) =>
            spellingsOf(secret).some((one) => written.includes(one)),
          );
          expect(survived).toEqual([]);
        }),
        { numRuns: 100 },
      );
    });
  }

  it('gives equal values equal placeholders and different ones different placeholders', () => {
    fc.assert(
      fc.property(secretFlows, ({ flow }) => {
        const redacted = redact(flow);
        const sent = redacted.request?.values.state?.value;
        const returned = redacted.callback?.response.values.state?.value;
        expect(returned).toBe(sent);
        const { code } = redacted.callback?.response.values ?? {};
        const before = flow.callback?.response.values.code?.value === flow.request?.values.state?.value;
        expect(code?.value === sent).toBe(before);
      }),
    );
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(secretFlows, ({ flow }) => {
        const once = redact(flow);
        expect(redact(once)).toEqual(once);
      }),
    );
  });

  it('keeps status, hops, hosts, methods, times and the names of parameters', () => {
    fc.assert(
      fc.property(secretFlows, ({ flow }) => {
        const redacted = redact(flow);
        const outline = (one: typeof flow) => ({
          status: one.status,
          marks: one.marks,
          hops: one.hops.map(({ method, at, status, url }) => [method, at, status, new URL(url).host]),
          names: one.request?.parameters.map(({ name }) => name),
          answer: one.callback?.response.parameters.map(({ name }) => name),
        });
        expect(outline(redacted)).toEqual(outline(flow));
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(() => createRedactor(value).redact(value)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof redact(text)).toBe('string');
      }),
    );
  });
});
