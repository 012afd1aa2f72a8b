import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { concludeStorage, type StorageConclusion } from '../../lib/flow/app-storage/conclude-storage.ts';
import type { StorageScan } from '../../lib/flow/app-storage/storage-scan.ts';
import { wantedOf } from '../../lib/flow/app-storage/wanted-of.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';

/** What the inspected page keeps of a flow, looked for by a click; nothing outside of DevTools. */
export function AppStoragePart({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const { inspectStorage } = useServices();
  const scan = useSignal<StorageScan | 'unreadable' | undefined>(undefined);
  if (!inspectStorage) return null;
  const look = async (): Promise<void> => {
    scan.value = (await inspectStorage(wantedOf(flow)).catch(() => undefined)) ?? 'unreadable';
  };
  return (
    <Section
      title={t('flowStorage')}
      class="stack"
      actions={
        <button type="button" class="button" onClick={() => void look()}>
          {t('flowStorageLook')}
        </button>
      }
    >
      <div role="status">
        {scan.value === undefined ? (
          <p class="muted">{t('flowStorageHint')}</p>
        ) : scan.value === 'unreadable' ? (
          <Note tone="warning">{t('flowStorageUnreadable')}</Note>
        ) : (
          <Found flow={flow} scan={scan.value} />
        )}
      </div>
    </Section>
  );
}

function Found({ flow, scan }: { readonly flow: Flow; readonly scan: StorageScan }): JSX.Element {
  const conclusion = concludeStorage(flow, scan);
  return (
    <>
      <Note tone={conclusion.kind === 'found' ? 'info' : 'warning'}>{sentence(conclusion)}</Note>
      {scan.entries.length > 0 && (
        <ul aria-label={t('flowStorageEntries')}>
          {scan.entries.map(({ area, name, holds }) => (
            <li key={`${area} ${name}`}>
              <code>{name}</code> <span class="muted">({area})</span>: {holds.join(', ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sentence(conclusion: StorageConclusion): string {
  switch (conclusion.kind) {
    case 'found':
      return t('flowStorageFound', conclusion.origin);
    case 'at-other-origin':
      return t('flowStorageAtOtherOrigin', conclusion.origin, conclusion.callback);
    case 'began-elsewhere':
      return t('flowStorageBeganElsewhere', conclusion.origin, conclusion.callback);
    case 'gone':
      return t('flowStorageGone', conclusion.origin);
    case 'not-here':
      return t('flowStorageNotHere', conclusion.origin, conclusion.callback);
  }
}
