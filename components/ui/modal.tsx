import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import './modal.css';
import { t } from '../../lib/i18n/t.ts';

interface ModalProps {
  readonly title: string;
  /** As wide as the window, for tables. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog in front of the page: it keeps the focus, Escape closes it, and the focus goes back to where it was. */
export function Modal({ title, wide = false, onClose, children }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'modal modal-wide' : 'modal'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // The tabs and lists below have keys of their own.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="modal-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="button quiet" aria-label={t('wordClose')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="modal-body">{children}</div>
    </dialog>
  );
}
