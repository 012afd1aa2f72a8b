import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ErrorBoundary } from '../../components/ui/error-boundary.tsx';

afterEach(cleanup);

test('a part that fails says why, leaves the rest, and is drawn again on request', () => {
  let broken = true;
  const Part = () => {
    if (broken) throw new Error('no such flow');
    return <p>drawn</p>;
  };
  render(
    <>
      <ErrorBoundary what="The flow">
        <Part />
      </ErrorBoundary>
      <p>the rest</p>
    </>,
  );
  expect(screen.getByText(/no such flow/)).toBeDefined();
  expect(screen.getByText('the rest')).toBeDefined();
  expect(screen.queryByText('drawn')).toBeNull();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('drawn')).toBeDefined();
  expect(screen.queryByText(/no such flow/)).toBeNull();
});
