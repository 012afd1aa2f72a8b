import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { lazyPart } from '../app/lazy-part.tsx';
import { HeldText, longPaste, textInField } from '../ui/held-text.tsx';
import type { QuickToken } from './quick-token.tsx';

/** UTF-16 units of a text that are read here; the Token tab takes more. */
const LONGEST = 200_000;

/** Loaded when something is pasted: the popup opens without a decoder. */
const LazyQuickToken = lazyPart<Parameters<typeof QuickToken>[0]>(
  async () => (await import('./quick-token.tsx')).QuickToken,
);

/** A token pasted into the popup: header, expiry, claims and problems. */
export function QuickDecode(): JSX.Element {
  const [text, setText] = useState('');
  const read = text.slice(0, LONGEST);
  return (
    <div class="stack">
      <label class="popup-field">
        {t('popupDecode')}
        <input
          type="text"
          class="input monospace"
          placeholder={t('popupDecodePlaceholder')}
          spellcheck={false}
          autocomplete="off"
          value={textInField(text)}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={longPaste(setText)}
        />
      </label>
      <HeldText text={text} onClear={() => setText('')} />
      {read.trim() !== '' && <LazyQuickToken text={read} />}
    </div>
  );
}
