import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { KeyName } from '../../components/keys/key-name.tsx';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';

afterEach(cleanup);

function editing() {
  const rename = vi.fn(async () => undefined);
  render(<KeyName model={{ rename } as unknown as KeysModel} id="k1" name="Old" />);
  fireEvent.click(screen.getByRole('button', { name: 'Rename Old' }));
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'New name of Old' });
  fireEvent.input(box, { target: { value: 'New' } });
  return { rename, box };
}

test('Enter keeps a new name; the box had the focus', () => {
  const { rename, box } = editing();
  expect(document.activeElement).toBe(box);
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(rename.mock.calls).toEqual([['k1', 'New']]);
});

test('leaving the box keeps a new name', () => {
  const { rename, box } = editing();
  fireEvent.blur(box);
  expect(rename.mock.calls).toEqual([['k1', 'New']]);
});

test('Escape keeps the old name', () => {
  const { rename, box } = editing();
  fireEvent.keyDown(box, { key: 'Escape' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('Old')).toBeDefined();
  expect(rename).not.toHaveBeenCalled();
});
