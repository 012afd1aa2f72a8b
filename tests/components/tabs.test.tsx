import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { TabPanel, Tabs } from '../../components/ui/tabs.tsx';

afterEach(cleanup);

const TABS = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
  { id: 'three', label: 'Three' },
] as const;

function Example() {
  const [selected, setSelected] = useState<(typeof TABS)[number]['id']>('one');
  return (
    <>
      <Tabs label="Numbers" name="n" tabs={TABS} selected={selected} onSelect={setSelected} />
      <TabPanel name="n" id={selected}>
        {selected}
      </TabPanel>
    </>
  );
}

const state = () =>
  screen
    .getAllByRole('tab')
    .map((tab) => [tab.textContent, tab.getAttribute('aria-selected'), tab.getAttribute('tabindex')]);

test.each([
  [['ArrowRight'], 'Two'],
  [['ArrowLeft'], 'Three'],
  [['End'], 'Three'],
  [['End', 'ArrowRight'], 'One'],
  [['ArrowRight', 'Home'], 'One'],
  [['ArrowDown'], 'One'],
] as const)('the keys %s lead to %s, which alone is a tab stop and has the focus', (keys, label) => {
  render(<Example />);
  screen.getByRole('tab', { name: 'One' }).focus();
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
  expect(state()).toEqual(
    TABS.map((tab) => [tab.label, String(tab.label === label), tab.label === label ? '0' : '-1']),
  );
  expect(document.activeElement?.textContent).toBe(label);
  expect(screen.getByRole('tabpanel', { name: label }).textContent).toBe(label.toLowerCase());
});

test('only keys that move are kept from the page', () => {
  render(<Example />);
  const list = screen.getByRole('tablist', { name: 'Numbers' });
  expect(fireEvent.keyDown(list, { key: 'ArrowRight' })).toBe(false);
  expect(fireEvent.keyDown(list, { key: 'f', ctrlKey: true })).toBe(true);
});
