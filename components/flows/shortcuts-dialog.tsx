import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { Modal } from '../ui/modal.tsx';

const SHORTCUTS = [
  { keys: '/, Ctrl F', what: 'shortcutsFilter' },
  { keys: 'Ctrl F', what: 'shortcutsFind' },
  { keys: '↑ ↓', what: 'shortcutsWalk' },
  { keys: 'Enter', what: 'shortcutsOpen' },
  { keys: 'Esc', what: 'shortcutsBack' },
  { keys: 'Ctrl C', what: 'shortcutsCopy' },
  { keys: 'Del', what: 'shortcutsDelete' },
  { keys: 'Ctrl Z', what: 'shortcutsUndo' },
  { keys: '?', what: 'shortcutsList' },
] as const satisfies readonly { keys: string; what: MessageName }[];

/** The keys of the Flows tab. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Modal title={t('shortcutsTitle')} onClose={onClose}>
      <dl class="facts">
        {SHORTCUTS.map(({ keys, what }) => (
          <>
            <dt key={keys}>
              <kbd>{keys}</kbd>
            </dt>
            <dd key={what}>{t(what)}</dd>
          </>
        ))}
      </dl>
    </Modal>
  );
}
