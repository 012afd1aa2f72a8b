import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { describeRecord, type RecordDescription } from '../../lib/state/keys/keys-describe.ts';
import type { KeysModel } from '../../lib/state/keys/keys-model.ts';
import { formatExact, formatRelative } from '../../lib/state/shared/format.ts';
import { useServices } from '../app/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Value } from '../ui/value.tsx';
import { KeyActions } from './key-actions.tsx';
import { KeyDetails } from './key-details.tsx';
import { KeyName } from './key-name.tsx';

interface KeyRowProps {
  readonly model: KeysModel;
  readonly record: KeyRecord;
  readonly users: readonly string[];
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

const TYPES = {
  private: 'keysPrivateKey',
  public: 'keysPublicKey',
  secret: 'keysSharedSecret',
} as const satisfies Record<RecordDescription['type'], MessageName>;

/** One key: what it is, what uses it, and everything that can be done with it; it wraps where there is little room. */
export function KeyRow({ model, record, users, ticked, onTick }: KeyRowProps): JSX.Element {
  const { now } = useServices();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const { name, kid, algorithm, createdAt, publicJwk } = record;
  const { type, material, extractable, unencrypted } = describeRecord(record);
  return (
    <li class="key-row">
      <div class="key-head">
        {publicJwk ? (
          <input
            type="checkbox"
            class="key-tick"
            aria-label={t('keysPublish', name)}
            title={t('keysPublishTitle')}
            checked={ticked}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
        ) : (
          <span class="key-tick" />
        )}
        <KeyName model={model} id={record.id} name={name} />
        <span class="key-what">
          <span class="monospace">{algorithm}</span>
          <span class="muted">
            {material}, {t(TYPES[type])}
          </span>
          {type === 'public' && <span class="key-mark">{t('keysCannotSign')}</span>}
          {extractable && <span class="key-mark warning">{t('keysExportable')}</span>}
        </span>
        <time class="muted" dateTime={formatExact(createdAt)} title={formatExact(createdAt)}>
          {formatRelative(createdAt, now())}
        </time>
      </div>
      <div class="key-body">
        <span class="key-kid">
          <span class="muted">kid</span>
          <Value text={kid} line />
          <CopyButton what={t('keysKidOf', name)} value={kid} />
        </span>
        {unencrypted && <span class="key-mark warning">{t('keysUnencrypted')}</span>}
        {users.length > 0 && <span class="muted">{t('keysUsedBy', users.join('; '))}</span>}
        <KeyActions
          model={model}
          record={record}
          open={open}
          detailsId={detailsId}
          onToggle={() => setOpen(!open)}
        />
        {open && <KeyDetails id={detailsId} record={record} />}
      </div>
    </li>
  );
}
