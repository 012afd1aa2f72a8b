import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Icon } from '../ui/icon.tsx';
import './find-bar.css';
import { findRanges } from './find-ranges.ts';

interface FindBarProps {
  /** Where it looks: the part of the flow that is shown. */
  readonly root: () => Element | null | undefined;
  readonly onClose: () => void;
}

const ALL = 'flow-found';
const CURRENT = 'flow-found-current';

/** Looks for a text in the shown part of a flow, marks all matches and walks them. */
export function FindBar({ root, onClose }: FindBarProps): JSX.Element {
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [count, setCount] = useState(0);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const place = root();
    const ranges = place ? findRanges(place, query) : [];
    const current = ranges[at % Math.max(ranges.length, 1)];
    setCount(ranges.length);
    CSS.highlights.set(ALL, new Highlight(...ranges));
    CSS.highlights.set(CURRENT, new Highlight(...(current ? [current] : [])));
    current?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [root, query, at]);
  useEffect(
    () => () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    },
    [],
  );
  const walk = (by: number): void => setAt(count === 0 ? 0 : (at + by + count) % count);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') walk(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class="find-bar" onKeyDown={press}>
      <input
        ref={box}
        type="search"
        class="input"
        aria-label={t('flowFind')}
        placeholder={t('flowFind')}
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
      />
      <span class="muted" role="status">
        {query === '' ? '' : count === 0 ? t('flowFindNone') : t('flowFindCount', (at % count) + 1, count)}
      </span>
      <button type="button" class="button quiet" disabled={count === 0} onClick={() => walk(-1)}>
        {t('flowFindPrevious')}
      </button>
      <button type="button" class="button quiet" disabled={count === 0} onClick={() => walk(1)}>
        {t('flowFindNext')}
      </button>
      <button
        type="button"
        class="button quiet"
        title={t('wordClose')}
        aria-label={t('wordClose')}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </search>
  );
}
