import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenStatus, withStatus } from '../../../../lib/state/flows/status-chips.ts';

describe('the chips beside the filter', () => {
  it('read the choice from the text of the filter', () => {
    expect(
      ['', 'state:abc', 'is:failed', 'state:a is:held', 'IS:Open x', 'xis:failed', 'is:failedx'].map(
        chosenStatus,
      ),
    ).toEqual(['all', 'all', 'failed', 'held', 'open', 'all', 'all']);
  });

  it('replace an earlier choice and keep everything else', () => {
    expect(withStatus('state:abc is:failed host:x', 'held')).toBe('is:held state:abc host:x');
    expect(withStatus('is:failed is:held state:abc', 'all')).toBe('state:abc');
    expect(withStatus('', 'open')).toBe('is:open');
  });

  it('are read as they were chosen, whatever else the filter says', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('all', 'failed', 'held', 'open'), (filter, status) => {
        expect(chosenStatus(withStatus(filter, status))).toBe(status);
      }),
    );
  });
});
