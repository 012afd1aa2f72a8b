import type { JSX } from 'preact';
import { CopyButton } from './copy-button.tsx';
import { Value } from './value.tsx';

interface CopyableValueProps {
  /** What it is, in a word: names the button. */
  readonly what: string;
  readonly text: string;
  /** UTF-16 units shown until more is asked for. */
  readonly atFirst?: number;
}

/** A value with its copy button beside it. */
export function CopyableValue({ what, text, ...rest }: CopyableValueProps): JSX.Element {
  return (
    <span class="copyable">
      <span class="copyable-text">
        <Value text={text} {...rest} />
      </span>
      <CopyButton what={what} value={text} />
    </span>
  );
}
