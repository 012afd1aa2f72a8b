import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { usersOf } from '../../lib/state/keys/keys-used-by.ts';
import { useAppModel } from '../app/models.ts';
import { useCatalogue, useServices } from '../app/services.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { DeletedToast } from './deleted-toast.tsx';
import { GenerateKey } from './generate-key.tsx';
import { ImportKey } from './import-key.tsx';
import { KeyList } from './key-list.tsx';
import './keys.css';
import { keysModelOf } from './keys-model-of.ts';
import { MissingKeys } from './missing-keys.tsx';

/** The keys: generate, import, publish, rename, delete. */
export function KeysTab(): JSX.Element {
  const services = useServices();
  const catalogue = useCatalogue();
  const model = keysModelOf(services);
  const shown = useAppModel().tab.value === 'keys';
  const [drafts, setDrafts] = useState({});
  useEffect(() => {
    if (!shown) return;
    void model.reload();
    services.settings.read().then(
      (settings) => setDrafts(settings.drafts),
      () => undefined,
    );
  }, [model, services, shown]);
  const keys = model.all.value;
  const failure = model.failure.value;
  const users = (record: KeyRecord): readonly string[] => {
    const others = (keys ?? []).filter(({ id }) => id !== record.id);
    const all = [...others, record].sort((one, other) => other.createdAt - one.createdAt);
    return usersOf(record, all, { drafts }, catalogue);
  };
  return (
    <div class="keys">
      <MissingKeys model={model} />
      <Section title={t('keysGenerateTitle')}>
        <p class="muted">{t('keysGenerateHint')}</p>
        <GenerateKey model={model} />
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </Section>
      <details class="section keys-import">
        <summary>
          <strong>{t('keysImportTitle')}</strong> <span class="muted">{t('keysImportTitleForms')}</span>
        </summary>
        <ImportKey model={model} />
      </details>
      {keys?.length === 0 && <EmptyState title={t('keysEmptyTitle')}>{t('keysEmpty')}</EmptyState>}
      {keys !== undefined && keys.length > 0 && <KeyList model={model} keys={keys} users={users} />}
      <DeletedToast model={model} users={users} />
    </div>
  );
}
