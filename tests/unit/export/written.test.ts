import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCurl } from '../../../lib/export/curl.ts';
import type { ExportInput } from '../../../lib/export/export-types.ts';
import { writeMarkdown } from '../../../lib/export/markdown.ts';
import { codeSpan } from '../../../lib/export/markdown-text.ts';
import { writeMermaid } from '../../../lib/export/mermaid.ts';
import { sequenceOf } from '../../../lib/export/sequence.ts';
import { sequenceLabels } from '../../../lib/export/sequence-labels.ts';
import { COMPACT_ROW, layOut } from '../../../lib/export/sequence-layout.ts';
import { writeSvg } from '../../../lib/export/sequence-svg.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const HOSTILE = [
  '`',
  '``',
  '|',
  '\n',
  '\r\n',
  '<img src=x>',
  '@team',
  '#1',
  '[a](http://x.y)',
  '\\',
  '*',
  '    ',
  '```',
  '~~~',
  '-->',
  ';',
  'end',
  '%%',
  '\u2028',
  "'",
  '"',
  '$(x)',
  '&amp;',
];
const hostile = fc
  .array(fc.constantFrom(...HOSTILE, 'word'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

function flowWith(name: string, value: string): Flow {
  const authorize = `https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=${encodeURIComponent(value)}&${encodeURIComponent(name)}=1`;
  const back = `https://app.test/cb?error=${encodeURIComponent(value)}&state=other&${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return onlyFlow(new Story().request(authorize).redirect(authorize, 302, back).respond(back, 500));
}

const inputOf = (flow: Flow): ExportInput => ({
  catalogue: CATALOGUE,
  flows: [{ flow, findings: runRules(flow, { catalogue: CATALOGUE, now: 0 }) }],
  version: '1',
  now: 0,
  redacted: false,
});

/** A line without its code spans, by CommonMark section 6.1: a span ends at a run of as many backticks. */
function outsideCode(line: string): string {
  let rest = line;
  let outside = '';
  for (;;) {
    const open = /`+/.exec(rest);
    if (!open) return outside + rest;
    outside += rest.slice(0, open.index);
    const after = rest.slice(open.index + open[0].length);
    const close = [...after.matchAll(/`+/g)].find(([run]) => run.length === open[0].length);
    if (!close) return outside + rest.slice(open.index);
    rest = after.slice(close.index + close[0].length);
  }
}

describe('writeMarkdown', () => {
  it('keeps every captured text inside of a code span, so that nothing is markup', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const [prose = ''] = writeMarkdown(inputOf(flowWith(`n${name}`, `v${value}`))).split('### Diagram');
        for (const line of prose.split('\n')) {
          expect(outsideCode(line)).toMatch(/^[A-Za-z0-9 .,:;()→#*/-]*$/);
        }
      }),
    );
  });

  it('has a code span that reads as the value, where nothing in it is invisible', () => {
    expect(['a`b', '`', ' x ', 'plain'].map(codeSpan)).toEqual(['``a`b``', '`` ` ``', '`  x  `', '`plain`']);
    expect(codeSpan('a\nb')).toBe('`a\\u{A}b`');
    expect(codeSpan('')).toBe('(empty)');
  });

  it('cuts a long value and says how long it was', () => {
    expect(codeSpan('x'.repeat(2_000))).toBe(`\`${'x'.repeat(1_500)}\` … (2000 characters)`);
  });
});

describe('writeMermaid', () => {
  it('writes nothing but its own statements, whatever the names are', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const lines = writeMermaid(sequenceOf(flowWith(`n${name}`, value)))
          .trimEnd()
          .split('\n');
        expect(lines[0]).toBe('sequenceDiagram');
        for (const line of lines.slice(1)) {
          expect(line).toMatch(
            /^ {2}(participant p\d+ as|p\d+(->>|-->>|--x)p\d+:|Note over p\d+:) ([A-Za-z0-9 ._/-]|#\d+;)+$/,
          );
        }
      }),
    );
  });
});

describe('writeCurl', () => {
  it('gives a shell the words of the request and nothing to run', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const flow = flowWith('n', value);
        const body = { kind: 'form', fields: [['note', value]] } as const;
        const [first, ...rest] = flow.hops;
        const posted: Flow = first ? { ...flow, hops: [{ ...first, method: 'POST', body }, ...rest] } : flow;
        const script = `curl() { for word; do printf '%s\\0' "$word"; done; }\n${writeCurl(inputOf(posted))}`;
        const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0');
        expect(words.filter((word) => /^https?:/.test(word))).toEqual(posted.hops.map(({ url }) => url));
        expect(new URLSearchParams(words[words.indexOf('--data-raw') + 1]).get('note')).toBe(value);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the sequence diagram', () => {
  const flow = flowWith('extra', 'v');

  it('draws requests and answers between the browser and the hosts, with the names that they carry', () => {
    const { participants, messages } = sequenceOf(flow);
    expect(participants).toEqual([
      { kind: 'client', name: 'app.test' },
      { kind: 'browser', name: '' },
      { kind: 'authorization server', name: 'as.test' },
    ]);
    expect(
      messages.map(({ from, to, title, parameters, tone }) => ({ from, to, title, parameters, tone })),
    ).toEqual([
      {
        from: 1,
        to: 2,
        title: 'GET /authorize',
        parameters: ['response_type', 'client_id', 'redirect_uri', 'state', 'extra'],
        tone: 'request',
      },
      { from: 2, to: 1, title: '302, to app.test', parameters: [], tone: 'answer' },
      { from: 1, to: 0, title: 'GET /cb', parameters: ['error', 'state', 'extra'], tone: 'request' },
      { from: 0, to: 1, title: '500', parameters: [], tone: 'error' },
    ]);
  });

  it('says the same in words', () => {
    expect(sequenceLabels(sequenceOf(flow)).slice(1, 3)).toEqual([
      'Authorization server as.test to Browser: 302, to app.test (after 1 ms).',
      'Browser to Client app.test: GET /cb, with error, state, extra (after 2 ms).',
    ]);
  });

  const density = fc.constantFrom('full' as const, 'compact' as const);

  it('gives each message one line when it is compact, and names the hop of each', () => {
    const diagram = sequenceOf(flow);
    const { rows } = layOut(diagram, 640, 'compact');
    expect(rows.map(({ top, bottom }) => bottom - top)).toEqual(diagram.messages.map(() => COMPACT_ROW));
    expect(rows.map(({ hop }) => hop)).toEqual([1, 1, 2, 2]);
    expect(layOut(diagram, 640).rows.map(({ hop }) => hop)).toEqual([1, 1, 2, 2]);
  });

  it('stays inside of its width, from 320 to 1200 pixels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 320, max: 1_200 }), hostile, density, (width, name, dense) => {
        const drawing = layOut(sequenceOf(flowWith(name, 'v')), width, dense);
        expect(drawing.width).toBe(width);
        for (const shape of drawing.shapes) {
          const xs =
            shape.kind === 'line'
              ? [shape.x1, shape.x2]
              : shape.kind === 'rect'
                ? [shape.x, shape.x + shape.width]
                : [shape.x];
          for (const x of xs) expect(x).toBeGreaterThanOrEqual(0);
          for (const x of xs) expect(x).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('writes an SVG with title and description in which no name is an element', () => {
    const name = '</text><script>x</script>&\u0000';
    const diagram = sequenceOf(flowWith(name, 'v'));
    const svg = writeSvg(layOut(diagram, 400), `t${name}`, sequenceLabels(diagram).join(' '));
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(
      [...svg.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag).filter((tag) => tag === 'script'),
    ).toEqual([]);
  });

  it('draws no more hops than can be read, and says how many are left', () => {
    const story = new Story().request(
      'https://as.test/a?response_type=code&client_id=c&redirect_uri=https://b.test/',
    );
    for (let index = 0; index < 80; index++) story.request(`https://as.test/p${index}`);
    expect(sequenceOf(onlyFlow(story)).left).toBe(21);
  });
});
