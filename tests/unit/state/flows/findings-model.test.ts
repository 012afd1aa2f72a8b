import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../lib/rules/types.ts';
import { matchesFinding } from '../../../../lib/state/flows/finding-filter.ts';
import { createFindingsModel } from '../../../../lib/state/flows/findings-model.ts';
import { memoryJudgeChoices, memorySettings } from '../../support/memory.ts';
import { settled } from '../../support/memory-background.ts';

const finding = (rule: string): Finding => ({
  rule,
  severity: 'error',
  message: 'state is “x”.',
  remedy: 'Compare it.',
  source: 'RFC 6749 section 4.1.2',
  at: { part: 'callback', parameter: 'state' },
});

describe('the model of findings', () => {
  it('parts findings by what is silenced for the profile, and stores it', async () => {
    const settings = memorySettings();
    const model = createFindingsModel(settings, memoryJudgeChoices());
    await settled();
    await model.silence('openid', 'CB01');
    await model.silence('openid', 'AR15');
    await model.silence('openid', 'CB01');
    const all = [finding('CB01'), finding('CB02')];
    expect(model.part(all, 'openid')).toEqual({ shown: [all[1]], silenced: [all[0]] });
    expect(model.part(all, 'oauth')).toEqual({ shown: all, silenced: [] });
    expect(settings.current().silenced).toEqual({ openid: ['AR15', 'CB01'] });
  });

  it('restores one rule or all of a profile', async () => {
    const settings = memorySettings({ silenced: { openid: ['AR15', 'CB01'], oauth: ['CB02'] } });
    const model = createFindingsModel(settings, memoryJudgeChoices());
    await settled();
    expect(model.ready.value).toBe(true);
    await model.restore('openid', 'CB01');
    expect([...model.silenced('openid')]).toEqual(['AR15']);
    await model.restore('openid');
    expect(settings.current().silenced).toEqual({ oauth: ['CB02'] });
  });

  it('follows what another page silenced', async () => {
    const settings = memorySettings();
    const model = createFindingsModel(settings, memoryJudgeChoices());
    await settled();
    await settings.write({ silenced: { openid: ['CB01'] } });
    expect(model.silenced('openid')).toEqual(new Set(['CB01']));
  });

  it('overwrites nothing when a rule is silenced before the settings were read', async () => {
    const settings = memorySettings({ silenced: { openid: ['AR15'], oauth: ['CB02'] } });
    const model = createFindingsModel(settings, memoryJudgeChoices());
    await Promise.all([model.silence('openid', 'CB01'), model.silence('openid', 'CB05')]);
    expect([...model.silenced('openid')]).toEqual(['AR15', 'CB01', 'CB05']);
    expect(settings.current().silenced).toEqual({ openid: ['AR15', 'CB01', 'CB05'], oauth: ['CB02'] });
  });

  it('remembers by what a flow is evaluated, for every page', async () => {
    const choices = memoryJudgeChoices({ f3: 'obuk' });
    const model = createFindingsModel(memorySettings(), choices);
    expect(model.evaluatedAs('f1')).toBe('profile');
    await model.evaluateAs('f1', 'fapi1');
    expect(['f1', 'f2', 'f3'].map(model.evaluatedAs)).toEqual(['fapi1', 'profile', 'obuk']);
    const later = createFindingsModel(memorySettings(), choices);
    await settled();
    expect(later.evaluatedAs('f1')).toBe('fapi1');
  });
});

describe('the filter of findings', () => {
  it.each([
    ['', true],
    ['cb01', true],
    ['CALLBACK state', true],
    ['rfc 6749 compare', true],
    ['cb02', false],
    ['cb01 nonce', false],
  ])('“%s” matches: %s', (filter, matches) => {
    expect(matchesFinding(finding('CB01'), filter)).toBe(matches);
  });
});
