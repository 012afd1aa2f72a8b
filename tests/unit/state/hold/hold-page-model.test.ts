import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../../lib/flow/types.ts';
import { createHoldPageModel, readHoldAddress } from '../../../../lib/state/hold/hold-page-model.ts';
import { createMemoryBackground, settled } from '../../support/memory-background.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const flow: Flow = {
  ...onlyFlow(new Story().request('https://app.example/cb?code=abc&state=s1')),
  hold: { kind: 'held', id: 'hold-1', heldAt: 1 },
};

function opened(search: string) {
  const background = createMemoryBackground();
  background.setFlow(flow);
  const sent: unknown[] = [];
  const address = readHoldAddress(search);
  const model = createHoldPageModel({ background }, address, (request) => sent.push(request));
  return { background, model, sent };
}

describe('the hold page', () => {
  it('shows the flow of its id, and sends nothing', async () => {
    const { model, sent } = opened('?id=hold-1');
    await settled();
    expect([model.flow.value?.id, sent]).toEqual([flow.id, []]);
  });

  it.each(['?id=forged', '', '?other=1'])('shows nothing for the made-up address “%s”', async (search) => {
    const { model, sent, background } = opened(search);
    await settled();
    expect([model.flow.value, sent]).toEqual([null, []]);
    expect(background.calls.map(({ name }) => name)).not.toContain('takeRelease');
  });

  it('sends the released request of its key', async () => {
    const { sent, background } = opened('?go=key-1');
    await settled();
    expect(sent).toEqual([{ url: 'https://app.example/callback?code=abc', method: 'GET' }]);
    expect(background.calls).toEqual([{ name: 'takeRelease', args: ['key-1'] }]);
  });

  it('says why nothing was sent when the key was used already', async () => {
    const background = createMemoryBackground();
    const failure = { code: 'nothing-to-release', message: 'There is nothing.', remedy: 'Look at the flow.' };
    background.fail('takeRelease', failure);
    const sent: unknown[] = [];
    const model = createHoldPageModel({ background }, { go: 'used' }, (request) => sent.push(request));
    await settled();
    expect([model.failure.value, sent]).toEqual([failure, []]);
  });

  it('switches Hold off and follows it', async () => {
    const { model, background } = opened('?id=hold-1');
    background.setStatus({ hold: { on: true, known: [], unreachable: [] } });
    expect(model.on.value).toBe(true);
    await model.switchOff();
    expect(model.on.value).toBe(false);
    model.dispose();
    expect(background.subscribers()).toBe(0);
  });
});
