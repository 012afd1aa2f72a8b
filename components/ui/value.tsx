import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { chunkText, cutText } from './cut-text.ts';

/** UTF-16 units shown until more is asked for. */
const SHOWN_AT_FIRST = 2_000;

const CHUNK = 8_000;
const LONGEST_TITLE = 1_000;
const END = 8;

interface ValueProps {
  readonly text: string;
  /** One line, truncated in the middle, with the whole in the tooltip. */
  readonly line?: boolean;
  /** Line feeds are ours (indented JSON) and break lines instead of being shown. */
  readonly multiline?: boolean;
  /** UTF-16 units shown until more is asked for. */
  readonly atFirst?: number;
}

/**
 * Text from outside: shown as text, in one direction, with characters that deceive the eye written as escapes. A long
 * one is cut until the reader asks for all of it.
 */
export function Value({
  text,
  line = false,
  multiline = false,
  atFirst = SHOWN_AT_FIRST,
}: ValueProps): JSX.Element {
  const [all, setAll] = useState(false);
  const show = multiline ? visibleLines : makeVisible;
  const start = show(cutText(text, atFirst));
  if (line) return <Line text={start} cut={text.length > atFirst} />;
  if (text.length <= atFirst) return <code class="value">{start}</code>;
  if (all) return <Chunks text={text} show={show} />;
  return (
    <>
      <code class="value">{start}</code>…{' '}
      <button type="button" class="button link" onClick={() => setAll(true)}>
        {t('uiShowAllCharacters', text.length.toLocaleString(t('locale')))}
      </button>
    </>
  );
}

function Line({ text, cut }: { text: string; cut: boolean }): JSX.Element {
  const split = text.length > END * 2 ? text.length - END : text.length;
  return (
    <code class="value value-line" title={cutText(text, LONGEST_TITLE)}>
      <span class="value-start">{text.slice(0, split)}</span>
      <span class="value-end">
        {text.slice(split)}
        {cut && '…'}
      </span>
    </code>
  );
}

/** Chunks off screen are not laid out, so that a megabyte does not stop the page. */
function Chunks({ text, show }: { text: string; show: (chunk: string) => string }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <code class="value value-all" tabIndex={0}>
      {chunkText(text, CHUNK).map((chunk, index) => (
        <span key={index} class="value-chunk">
          {show(chunk)}
        </span>
      ))}
    </code>
  );
}

function visibleLines(text: string): string {
  return text.split('\n').map(makeVisible).join('\n');
}
