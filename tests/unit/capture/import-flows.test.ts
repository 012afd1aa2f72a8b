import { describe, expect, it } from 'vitest';
import { importFlows } from '../../../lib/capture/import-flows.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const AUTHORIZE =
  'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb';
const BACK = 'https://app.test/cb?code=x1';
const captured = (): Flow =>
  onlyFlow(new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, BACK).respond(BACK));

function storeOf(...flows: readonly Flow[]) {
  const kept = new Map(flows.map((flow) => [flow.id, flow]));
  return {
    kept,
    flow: async (id: string) => kept.get(id),
    adopt: async (added: readonly Flow[]) => {
      for (const flow of added) kept.set(flow.id, flow);
    },
  };
}

describe('importFlows', () => {
  it('keeps a flow as one of no tab, marked as imported', async () => {
    const store = storeOf();
    const flow = captured();
    expect(
      await importFlows([{ ...flow, openerTabId: 7, private: true, marks: ['in-popup', 'private'] }], store),
    ).toEqual({
      ids: [flow.id],
      already: 0,
      renamed: 0,
    });
    expect(store.kept.get(flow.id)).toEqual({
      ...flow,
      tabId: -1,
      private: false,
      marks: ['in-popup', 'imported'],
    });
  });

  it('keeps none twice, whether it was captured or imported', async () => {
    const flow = captured();
    expect(await importFlows([flow, flow], storeOf(flow))).toEqual({ ids: [], already: 2, renamed: 0 });
    const store = storeOf();
    await importFlows([flow], store);
    expect(await importFlows([flow], store)).toEqual({ ids: [], already: 1, renamed: 0 });
  });

  it('never overwrites another flow with the same id, and still knows the second import', async () => {
    const flow = captured();
    const other: Flow = { ...flow, startedAt: 5 };
    const store = storeOf(other);
    expect(await importFlows([flow], store)).toEqual({ ids: [`${flow.id}.i1`], already: 0, renamed: 1 });
    expect(await importFlows([flow], store)).toEqual({ ids: [], already: 1, renamed: 0 });
    expect(store.kept.get(flow.id)).toBe(other);
  });

  it('leaves nothing waiting: an open flow was left, a held callback was given up', async () => {
    const open = onlyFlow(new Story().request(AUTHORIZE));
    const held: Flow = {
      ...captured(),
      id: 'held',
      status: 'held',
      hold: { kind: 'held', id: 'h', heldAt: 3 },
    };
    const store = storeOf();
    await importFlows([open, held], store);
    expect(store.kept.get(open.id)).toMatchObject({ status: 'abandoned', abandoned: 'left by the user' });
    expect(store.kept.get('held')).toMatchObject({
      status: 'abandoned',
      hold: { kind: 'dropped', id: 'h', heldAt: 3, droppedAt: 3 },
    });
  });

  it('says so when the browser stores nothing', async () => {
    const store = { ...storeOf(), adopt: () => Promise.reject(new Error('QuotaExceededError')) };
    await expect(importFlows([captured()], store)).rejects.toMatchObject({
      failure: {
        code: 'import-not-stored',
        message: 'The browser could not store the flows: QuotaExceededError.',
      },
    });
  });
});
