import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { publicJwks } from '../../lib/keys/public-jwks.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { Section } from '../ui/section.tsx';
import { CopyTextButton } from './copy-text-button.tsx';
import { KeyRow } from './key-row.tsx';

interface KeyListProps {
  readonly model: KeysModel;
  readonly keys: readonly KeyRecord[];
  /** What uses a key. */
  readonly users: (record: KeyRecord) => readonly string[];
}

/** The stored keys, newest first, and the JWKS of those that are ticked. */
export function KeyList({ model, keys, users }: KeyListProps): JSX.Element {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = keys.flatMap(({ id, publicJwk }) => (publicJwk ? [{ id, publicJwk }] : []));
  const chosen = open.filter(({ id }) => ticked.has(id));
  const published = chosen.length > 0 ? chosen : open;
  const jwks = publicJwks(published.map(({ publicJwk }) => publicJwk));
  const repeated = repeatedKid(jwks.keys.map(({ kid }) => kid ?? ''));
  const tick = (id: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <Section
      title={t('keysYours')}
      actions={
        open.length > 0 && (
          <CopyTextButton
            label={labelOf(chosen.length, open.length)}
            text={JSON.stringify(jwks, undefined, 2)}
          />
        )
      }
    >
      {open.length > 0 && (
        <p class="muted">
          {t('keysJwksHint')}
          {repeated !== undefined && ` ${t('keysKidRepeated', repeated.slice(0, 20))}`}
        </p>
      )}
      <ul class="key-list" aria-label={t('keysList')}>
        {keys.map((record) => (
          <KeyRow
            key={record.id}
            model={model}
            record={record}
            users={users(record)}
            ticked={ticked.has(record.id)}
            onTick={(on) => tick(record.id, on)}
          />
        ))}
      </ul>
    </Section>
  );
}

function labelOf(ticked: number, all: number): string {
  if (ticked > 0) return t('keysCopyJwksTicked', ticked);
  return all === 1 ? t('keysCopyJwks') : t('keysCopyJwksAll', all);
}

function repeatedKid(kids: readonly string[]): string | undefined {
  return kids.find((kid, index) => kids.indexOf(kid) !== index);
}
