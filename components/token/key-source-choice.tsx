import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { KeyInput, KeySource } from '../../lib/state/token/token-key-input.ts';

const LABELS = {
  saved: 'tokenKeySaved',
  pasted: 'tokenKeyPasted',
  secret: 'tokenKeySecret',
  fetched: 'tokenKeyFetched',
} as const satisfies Record<KeySource, MessageName>;

interface KeySourceChoiceProps {
  readonly input: KeyInput;
  readonly sources: readonly KeySource[];
}

/** Where the key comes from. */
export function KeySourceChoice({ input, sources }: KeySourceChoiceProps): JSX.Element {
  const name = useId();
  return (
    <div class="row-actions">
      {sources.map((source) => (
        <label key={source} class="check">
          <input
            type="radio"
            name={name}
            checked={input.source.value === source}
            onChange={() => {
              input.chosen.value = source;
            }}
          />
          {t(LABELS[source])}
        </label>
      ))}
    </div>
  );
}
