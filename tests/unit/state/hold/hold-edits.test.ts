import { describe, expect, it } from 'vitest';
import type { Callback } from '../../../../lib/flow/types.ts';
import { createHoldEdits } from '../../../../lib/state/hold/hold-edits.ts';
import { ALIASES } from '../../support/catalogue.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;

function callback(query = 'code=abc&state=s1'): Callback {
  const found = onlyFlow(
    new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, `${CLIENT}?${query}`),
  ).callback;
  if (!found) throw new Error('There is no callback.');
  return found;
}

describe('editing a held callback', () => {
  it('begins with what came, which is released as it was', () => {
    const edits = createHoldEdits(callback(), ALIASES);
    expect(edits.rows.value.map(({ came, goes, differs }) => [came?.value, goes?.value, differs])).toEqual([
      ['abc', 'abc', false],
      ['s1', 's1', false],
    ]);
    expect([edits.changes.value, edits.release()]).toEqual([0, { as: 'it was' }]);
  });

  it('changes, leaves out, restores and adds', () => {
    const edits = createHoldEdits(callback(), ALIASES);
    edits.setValue(1, 'other');
    edits.remove(0);
    edits.add();
    edits.setName(2, 'error');
    edits.setValue(2, 'access_denied');
    expect(edits.changes.value).toBe(3);
    expect(edits.release()).toEqual({
      as: 'changed',
      parameters: [
        { from: 1, name: 'state', value: 'other' },
        { name: 'error', value: 'access_denied' },
      ],
    });
    edits.restore(0);
    edits.restore(1);
    edits.remove(2);
    expect([edits.changes.value, edits.release()]).toEqual([0, { as: 'it was' }]);
  });

  it('sends no added parameter that was given no name', () => {
    const edits = createHoldEdits(callback(), ALIASES);
    edits.add();
    expect(edits.release()).toEqual({ as: 'it was' });
  });

  it('tampers, and takes it all back', () => {
    const edits = createHoldEdits(callback(), ALIASES);
    expect(edits.tamper('tamper-state')).toBe(true);
    expect(edits.rows.value[1]).toMatchObject({ goes: { value: 's1-tampered' }, differs: true });
    edits.reset();
    expect(edits.changes.value).toBe(0);
  });

  it('says what there is nothing to tamper with', () => {
    const edits = createHoldEdits(callback('error=server_error&state=s1'), ALIASES);
    expect([edits.canTamper('replace-code'), edits.tamper('replace-code'), edits.changes.value]).toEqual([
      false,
      false,
      0,
    ]);
  });
});
