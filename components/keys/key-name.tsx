import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { Value } from '../ui/value.tsx';

interface KeyNameProps {
  readonly model: KeysModel;
  readonly id: string;
  readonly name: string;
}

/** A key's name, which is changed in place: Enter or leaving keeps it, Escape does not. */
export function KeyName({ model, id, name }: KeyNameProps): JSX.Element {
  const [draft, setDraft] = useState<string>();
  const rename = (): void => {
    if (draft !== undefined) void model.rename(id, draft);
    setDraft(undefined);
  };
  if (draft === undefined) {
    return (
      <span class="key-name">
        <strong>
          <Value text={name} line />
        </strong>
        <button
          type="button"
          class="button link"
          aria-label={t('keysRenameOf', name)}
          onClick={() => setDraft(name)}
        >
          {t('keysRename')}
        </button>
      </span>
    );
  }
  return (
    <input
      class="input"
      aria-label={t('keysNewNameOf', name)}
      maxLength={80}
      value={draft}
      ref={(element) => {
        if (element && document.activeElement !== element) element.focus();
      }}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === 'Enter') rename();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
