import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { CaptureStatus, LaunchTarget } from '../../lib/messaging/protocol.ts';
import type { Surface } from '../../lib/state/app/services.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { useRequestModel } from './request-context.ts';

interface Choice {
  readonly target: LaunchTarget;
  readonly label: MessageName;
  /** Why it cannot be chosen, or undefined. */
  readonly unavailable: (status: CaptureStatus | undefined, surface: Surface) => MessageName | undefined;
}

const CHOICES: readonly Choice[] = [
  {
    target: 'this-tab',
    label: 'requestToThisTab',
    unavailable: (_, surface) => (surface === 'panel' ? undefined : 'requestThisTabTaken'),
  },
  { target: 'new-tab', label: 'requestToNewTab', unavailable: () => undefined },
  {
    target: 'private-window',
    label: 'requestToPrivate',
    unavailable: (status) => (status?.privateAllowed ? undefined : 'requestPrivateForbidden'),
  },
  { target: 'phone', label: 'requestToPhone', unavailable: () => undefined },
];

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The menu beside Open: where to open the request. */
export function OpenMenu(): JSX.Element {
  const { launcher, status, blocker } = useRequestModel();
  const blocked = blocker.value;
  const { surface } = useServices();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const items = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];

  useEffect(() => {
    if (!open) return;
    (items().find((item) => item.ariaDisabled !== 'true') ?? items()[0])?.focus();
    const close = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const list = items();
    const next = STEPS[event.key]?.(list.indexOf(document.activeElement as HTMLElement), list.length);
    if (next === undefined) return;
    event.preventDefault();
    list[next]?.focus();
  };
  return (
    <span class="open-menu" ref={root}>
      <button
        type="button"
        class="button primary"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('requestChooseWhere')}
        title={t('requestChooseWhereTitle')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron-down" />
      </button>
      {open && (
        <div role="menu" aria-label={t('requestWhere')} tabIndex={-1} class="menu" onKeyDown={move}>
          {CHOICES.map(({ target, label, unavailable }) => {
            const reason = unavailable(status.value, surface);
            const disabled = reason !== undefined || blocked !== undefined;
            return (
              <button
                key={target}
                type="button"
                role="menuitem"
                class="menu-item"
                tabIndex={-1}
                aria-disabled={disabled}
                onClick={() => {
                  if (disabled) return;
                  close();
                  void launcher.open(target);
                }}
              >
                {t(label)}
                {reason !== undefined && <span class="muted menu-reason">{t(reason)}</span>}
              </button>
            );
          })}
        </div>
      )}
    </span>
  );
}
