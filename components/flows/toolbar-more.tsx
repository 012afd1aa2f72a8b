import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Icon } from '../ui/icon.tsx';

/** Controls that are in the toolbar where there is room, and in a menu behind one button where there is not. */
export function ToolbarMore({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const open = useSignal(false);
  const root = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) open.value = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open.peek()) return;
    event.preventDefault();
    event.stopPropagation();
    open.value = false;
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pass through to the controls inside
    <span class="toolbar-more" ref={root} onKeyDown={press}>
      <button
        type="button"
        class="button quiet toolbar-more-button"
        ref={opener}
        aria-expanded={open.value}
        aria-label={t('flowsMore')}
        title={t('flowsMore')}
        onClick={() => {
          open.value = !open.peek();
        }}
      >
        <Icon name="more" />
      </button>
      <span class="toolbar-more-items" data-open={open.value}>
        {children}
      </span>
    </span>
  );
}
