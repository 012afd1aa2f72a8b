import type { JSX } from 'preact';
import { HeldText, longPaste, textInField } from './held-text.tsx';

interface PasteAreaProps {
  readonly id: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly rows: number;
  readonly class?: string;
  readonly placeholder?: string;
  readonly describedBy?: string;
}

/** A text box of several lines for what is pasted. A very long text is held whole, and told of instead of shown. */
export function PasteArea({ value, onText, describedBy, class: name, ...rest }: PasteAreaProps): JSX.Element {
  return (
    <>
      <textarea
        {...rest}
        class={name ?? 'input'}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={describedBy}
        value={textInField(value)}
        onInput={(event) => onText(event.currentTarget.value)}
        onPaste={longPaste(onText)}
      />
      <HeldText text={value} onClear={() => onText('')} />
    </>
  );
}
