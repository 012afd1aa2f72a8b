import { describe, expect, test } from 'vitest';
import { compareFlows } from '../../../lib/flow/compare-flows.ts';
import { compareNamed } from '../../../lib/flow/compare-values.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';

function flowOf(state: string, scope: string, answer: string, status = 302): Flow {
  const authorize = `https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=${state}${scope}`;
  const back = `https://app.test/cb?${answer}&state=${state}`;
  return onlyFlow(new Story().request(authorize).redirect(authorize, status, back).respond(back));
}
const evaluated = (flow: Flow, ...rules: readonly string[]) => ({
  flow,
  findings: rules.map((rule) => ({ rule, severity: 'error' as const, message: `${rule} of ${flow.id}` })),
});
const different = (left: Parameters<typeof compareFlows>[0], right: Parameters<typeof compareFlows>[0]) =>
  compareFlows(left, right, CATALOGUE).flatMap(({ title, rows }) =>
    rows.filter(({ difference }) => difference !== 'same').map((row) => ({ title, ...row })),
  );

describe('compareFlows', () => {
  test('finds only what is regenerated different in two attempts that went alike', () => {
    const rows = different(evaluated(flowOf('s1', '', 'code=a')), evaluated(flowOf('s2', '', 'code=b')));
    expect(rows.map(({ title, name, expected }) => [title, name, expected])).toEqual([
      ['Request parameters', 'state', true],
      ['Callback parameters', 'code', true],
      ['Callback parameters', 'state', true],
    ]);
  });

  test('names a parameter that is left out, an error in place of a code, another status and a finding', () => {
    const working = evaluated(flowOf('s1', '&scope=accounts', 'code=a'));
    const failing = evaluated(flowOf('s1', '', 'error=invalid_scope', 301), 'CB21');
    expect(
      different(working, failing).map(({ title, name, difference }) => [title, name, difference]),
    ).toEqual([
      ['Outcome', 'status', 'changed'],
      ['Outcome', 'outcome', 'changed'],
      ['Outcome', 'cause', 'added'],
      ['Request parameters', 'scope', 'removed'],
      ['Hops', '1', 'changed'],
      ['Callback parameters', 'code', 'removed'],
      ['Callback parameters', 'error', 'added'],
      ['Findings', 'CB21', 'added'],
    ]);
  });

  test('pairs hops by their path, so that one hop more moves none of the others', () => {
    const authorize =
      'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s';
    const back = 'https://app.test/cb?code=a&state=s';
    const login = 'https://as.test/login/0123456789abcdef0123';
    const direct = onlyFlow(new Story().request(authorize).redirect(authorize, 302, back).respond(back));
    const detour = onlyFlow(
      new Story().request(authorize).redirect(authorize, 302, login).redirect(login, 302, back).respond(back),
    );
    const hops = compareFlows(evaluated(direct), evaluated(detour), CATALOGUE).find(
      ({ title }) => title === 'Hops',
    );
    expect(hops?.rows.map(({ name, difference }) => [name, difference])).toEqual([
      ['1', 'same'],
      ['2', 'added'],
      ['2 / 3', 'same'],
    ]);
  });

  test('pairs a hop with the one in its place when only the path is another', () => {
    const authorize =
      'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s';
    const back = 'https://app.test/cb?code=a&state=s';
    const through = (page: string): Flow =>
      onlyFlow(
        new Story()
          .request(authorize)
          .redirect(authorize, 302, `https://as.test/${page}`)
          .redirect(`https://as.test/${page}`, 302, back)
          .respond(back),
      );
    const hops = compareFlows(evaluated(through('confirm')), evaluated(through('cancel')), CATALOGUE).find(
      ({ title }) => title === 'Hops',
    );
    expect(hops?.rows.map(({ name, left, right, difference }) => [name, left, right, difference])).toEqual([
      ['1', 'GET as.test/authorize 302', 'GET as.test/authorize 302', 'same'],
      ['2', 'GET as.test/confirm 302', 'GET as.test/cancel 302', 'changed'],
      ['3', 'GET app.test/cb 200', 'GET app.test/cb 200', 'same'],
    ]);
  });

  test('gives the same flow no difference', () => {
    const flow = evaluated(flowOf('s1', '', 'code=a'), 'CB01');
    expect(different(flow, flow)).toEqual([]);
  });
});

describe('compareNamed', () => {
  test('compares repeats of a name in order', () => {
    const values = (...list: readonly string[]) => list.map((value) => ({ name: 'resource', value }));
    expect(compareNamed(values('a', 'b'), values('a', 'c', 'd'))).toEqual([
      { name: 'resource', left: 'a', right: 'a', difference: 'same', expected: false },
      { name: 'resource', left: 'b', right: 'c', difference: 'changed', expected: false },
      { name: 'resource', right: 'd', difference: 'added', expected: false },
    ]);
  });
});
