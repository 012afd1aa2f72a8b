import { describe, expect, it } from 'vitest';
import type { FlowCall } from '../../../lib/flow/types.ts';
import { contextOf } from '../../../lib/rules/context-of.ts';
import { findingsToKeep } from '../../../lib/rules/findings-to-keep.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';
import { NOW } from './support/flows.ts';
import { asked, CHALLENGE, dauthCall } from './support/request-flows.ts';

const SECRET = 'not-the-verifier-that-was-hashed-but-long-enough-x';
const FACTS = { catalogue: CATALOGUE, now: NOW };

const callOf = (change: Partial<FlowCall>): FlowCall => ({
  id: 'call-1',
  profileId: 'openid',
  stepId: 'exchange',
  name: 'Exchange the code',
  at: NOW,
  elapsed: 5,
  method: 'POST',
  url: 'https://as.example/token',
  encoding: 'form',
  fields: [],
  ...change,
});

/** The same call without the values of some fields. */
const without = (call: FlowCall, ...names: readonly string[]): FlowCall => ({
  ...call,
  fields: call.fields.map((field) =>
    names.includes(field.name) ? { in: field.in, name: field.name } : field,
  ),
});

describe('findings that a call keeps', () => {
  it('are those of its secrets, without the secrets', () => {
    const call = callOf({
      fields: [
        { in: 'form', name: 'grant_type', value: 'authorization_code' },
        { in: 'form', name: 'code', value: 'abc' },
        { in: 'form', name: 'code_verifier', value: SECRET },
      ],
    });
    const flow = asked();
    const found = findingsToKeep(call, without(call, 'code_verifier'), { ...FACTS, flow });
    expect(found.map(({ rule, message }) => [rule, message])).toContainEqual([
      'AR22',
      `code_verifier does not hash to code_challenge “${CHALLENGE}”: it belongs to another request.`,
    ]);
    expect(JSON.stringify(found)).not.toContain(SECRET);
    expect(found.map(({ at }) => at.part)).not.toContain('request');
  });

  it('are said of the flow that has the call, once each, while their gate is open', () => {
    const whole = callOf(dauthCall({ exp: undefined as never }, { alg: 'HS256' }));
    const kept = without(whole, 'DAuth');
    const findings = findingsToKeep(whole, kept, FACTS);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['DA01', 'DA12']));
    const story = new Story().called({ ...kept, findings }, { profileId: 'obp' });
    const flow = onlyFlow(story);
    const twice = { ...flow, calls: [...(flow.calls ?? []), { ...kept, id: 'call-2', findings }] };
    for (const one of [flow, twice]) {
      const rules = runRules(one, contextOf(one, FACTS)).map(({ rule }) => rule);
      expect(rules.filter((rule) => rule === 'DA01')).toEqual(['DA01']);
    }
    const closed = runRules(flow, { ...contextOf(flow, FACTS), gates: new Set(['base']) });
    expect(closed.map(({ rule }) => rule)).not.toContain('DA01');
  });

  it('are those of the provider that was called, whatever provider the flow is of', () => {
    const call = callOf({
      profileId: 'leatherback',
      fields: [{ in: 'form', name: 'authorizationCode', value: 'abc' }],
    });
    expect(findingsToKeep(call, call, { ...FACTS, flow: asked() }).map(({ rule }) => rule)).toContain('LB05');
  });
});
