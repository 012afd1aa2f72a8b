import { computed, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../lib/providers/check-draft.ts';
import { connectpay } from '../../../../lib/providers/connectpay.ts';
import type { Profile } from '../../../../lib/providers/types.ts';
import { createRequestFindings } from '../../../../lib/state/request/request-findings.ts';
import { NOW } from '../../rules/support/flows.ts';
import { connectpayUrl, NONCE, STATE } from '../../rules/support/request-flows.ts';
import { ALIASES, CATALOGUE } from '../../support/catalogue.ts';
import { memorySettings } from '../../support/memory.ts';

function world() {
  const values = signal<Record<string, string>>({
    response_type: 'code',
    client_id: 'c1',
    flowid: 'GetPSD2AuthCode',
    redirect_url: 'http://127.0.0.1:4610/callback',
    scope: 'psd2-ais',
    state: STATE,
    nonce: NONCE,
  });
  const profile = signal<Profile>(connectpay);
  const finished = signal(true);
  const settings = memorySettings();
  const findings = createRequestFindings({
    catalogue: signal(CATALOGUE),
    settings,
    profile,
    environment: computed(() => profile.value.environments[0]),
    problems: computed(() =>
      checkDraft(
        {
          profile: profile.value,
          endpoint: profile.value.environments[0].authorizationEndpoint,
          values: values.value,
          extras: [],
        },
        ALIASES,
      ),
    ),
    draft: () => (finished.value ? { url: connectpayUrl(values.value), at: NOW } : undefined),
  });
  const submitted = () =>
    findings.remarks.value.map(({ severity, rule, parameter }) => [severity, rule, parameter]);
  return { values, finished, settings, findings, submitted };
}

describe('the findings of the Request tab', () => {
  it('follow the draft and say nothing twice', () => {
    const { values, submitted } = world();
    expect(submitted()).toEqual([]);
    values.value = { ...values.value, nonce: '123', state: 'abc' };
    expect(submitted()).toEqual([
      ['error', 'CP03', 'nonce'],
      ['warning', 'AR15', 'state'],
    ]);
  });

  it('are the problems of the fields alone while there is no finished URL', () => {
    const { values, finished, submitted } = world();
    values.value = { ...values.value, nonce: '123' };
    finished.value = false;
    expect(submitted()).toEqual([['error', undefined, 'nonce']]);
  });

  it('leave out a silenced rule, also where a field would say it, and name it', async () => {
    const { values, findings, settings, submitted } = world();
    values.value = { ...values.value, state: 'abc' };
    await settings.read();
    await findings.silence('AR15');
    expect(submitted()).toEqual([]);
    expect(findings.silenced.value).toEqual(['AR15']);
    expect(settings.current().silenced).toEqual({ connectpay: ['AR15'] });
    await findings.restore();
    expect(submitted()).toEqual([['warning', 'AR15', 'state']]);
    expect(findings.silenced.value).toEqual([]);
  });
});
