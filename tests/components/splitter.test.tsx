import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Splitter } from '../../components/ui/splitter.tsx';

afterEach(cleanup);

test.each([
  ['ArrowLeft', 300, 284],
  ['ArrowRight', 300, 316],
  ['Home', 300, 200],
  ['End', 300, 400],
  ['ArrowLeft', 205, 200],
  ['ArrowRight', 395, 400],
])('%s takes a width of %i to %i, within its bounds, and settles there', (key, width, to) => {
  const [onResize, onSettle] = [vi.fn(), vi.fn()];
  const bounds = { width, min: 200, max: 400 };
  render(<Splitter label="Width" controls="list" {...bounds} onResize={onResize} onSettle={onSettle} />);
  const edge = screen.getByRole('separator', { name: 'Width' });
  expect(fireEvent.keyDown(edge, { key })).toBe(false);
  expect(onResize.mock.calls).toEqual([[to]]);
  expect(onSettle).toHaveBeenCalledTimes(1);
});
