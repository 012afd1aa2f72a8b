import type { Corpus } from '../support/corpus.ts';
import { answered, NOW, withCalls } from '../support/flows.ts';

const call = (date: number) => withCalls(answered(), { at: NOW, elapsed: 500, date });
const finding = (message: string) => ({
  severity: 'warning' as const,
  message,
  at: { part: 'call' as const, parameter: 'Date' },
});

export const corpus: Corpus = {
  rule: 'TK12',
  valid: [
    { name: 'headers were not seen', flow: withCalls(answered(), {}) },
    { name: 'the clocks agree', flow: call(NOW) },
    { name: 'the second of Date had begun', flow: call(NOW - 900) },
    { name: 'they differ by less than a minute', flow: call(NOW + 60_000) },
    {
      name: 'the response took minutes',
      flow: withCalls(answered(), { at: NOW, elapsed: 300_000, date: NOW + 299_000 }),
    },
  ],
  invalid: [
    {
      name: 'this machine is six minutes ahead',
      flow: call(NOW - 361_000),
      findings: [
        finding(
          'The clock of this machine is 6 min ahead of that of as.example: its tokens look expired too early.',
        ),
      ],
    },
    {
      name: 'this machine is six minutes behind',
      flow: withCalls(
        answered(),
        { at: NOW, elapsed: 500, date: NOW + 360_500 },
        { at: NOW + 1, elapsed: 500, date: NOW + 360_500 },
      ),
      findings: [
        finding(
          'The clock of this machine is 6 min behind that of as.example: its tokens look as if they were not yet valid.',
        ),
      ],
    },
  ],
};
