import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { HoldChoice, HoldStatus } from '../../lib/messaging/hold-protocol.ts';
import { Icon } from '../ui/icon.tsx';
import { Switch } from '../ui/switch.tsx';
import { Value } from '../ui/value.tsx';
import './hold.css';

interface HoldControlProps {
  /** Undefined until the background answered. */
  readonly hold: HoldStatus | undefined;
  readonly onChange: (choice: HoldChoice) => void;
}

/** The switch that holds callbacks, and which of them. */
export function HoldControl({ hold, onChange }: HoldControlProps): JSX.Element {
  const choice: HoldChoice = { on: hold?.on ?? false, ...(hold?.only ? { only: hold.only } : {}) };
  return (
    <span class="hold-control">
      <Switch
        label={t('holdCallbacks')}
        class="holding"
        checked={choice.on}
        title={t('holdCallbacksHint')}
        onChange={(on) => onChange({ ...choice, on })}
      />
      {hold && <HoldScope hold={hold} onChange={(only) => onChange({ on: true, ...only })} />}
    </span>
  );
}

interface HoldScopeProps {
  readonly hold: HoldStatus;
  readonly onChange: (only: Pick<HoldChoice, 'only'>) => void;
}

function HoldScope({ hold, onChange }: HoldScopeProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { only } = hold;
  const offered = [...new Set([...(only ?? []), ...hold.known])];
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector('input')?.focus();
    const close = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  const press = (event: KeyboardEvent): void => {
    // Arrow keys choose here; the toolbar around must not take them.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setOpen(false);
    opener.current?.focus();
  };
  const toggle = (uri: string, on: boolean): void => {
    const next = on ? [...(only ?? []), uri] : (only ?? []).filter((one) => one !== uri);
    onChange(next.length === 0 ? {} : { only: next });
  };
  return (
    <span class="hold-scope" ref={root}>
      <button
        type="button"
        class="button quiet"
        ref={opener}
        aria-expanded={open}
        aria-label={t('holdWhichNow', scopeLabel(only))}
        title={t('holdWhich')}
        onClick={() => setOpen(!open)}
      >
        {scopeLabel(only)}
        <Icon name="chevron-down" />
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys pass through to the controls inside
        <div class="hold-menu" onKeyDown={press}>
          <fieldset>
            <legend>{t('holdTo')}</legend>
            <label class="check">
              <input type="radio" name="hold-scope" checked={!only} onChange={() => onChange({})} />
              {t('holdToAll')}
            </label>
            {offered.map((uri) => (
              <label key={uri} class="check">
                <input
                  type="checkbox"
                  checked={only?.includes(uri) ?? false}
                  onChange={(event) => toggle(uri, event.currentTarget.checked)}
                />
                <Value text={uri} atFirst={160} />
              </label>
            ))}
          </fieldset>
          {offered.length === 0 && <p class="muted">{t('holdNoUris')}</p>}
          <p class="muted">{t('holdChoiceEnds')}</p>
        </div>
      )}
    </span>
  );
}

function scopeLabel(only: readonly string[] | undefined): string {
  return only ? tCount('holdWhichSome', only.length) : t('holdWhichAll');
}
