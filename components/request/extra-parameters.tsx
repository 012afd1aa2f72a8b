import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { ExtraRow } from '../../lib/state/request/request-session.ts';
import { formatNumber } from '../../lib/state/shared/format.ts';
import { LONGEST_IN_FIELD } from '../ui/held-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/section.tsx';
import { remarkPlace } from './remark-place.ts';
import { Remarks } from './remarks.tsx';
import { useRequestModel } from './request-context.ts';

/** Rows shown until more is asked for, and more with each time. */
const ROWS = 50;

/** Parameters that the profile does not know. */
export function ExtraParameters(): JSX.Element {
  const model = useRequestModel();
  const { extras } = model.session.value;
  const [most, setMost] = useState(ROWS);
  // What is being added stands last, and is always shown.
  const hidden = extras.length - most - 1;
  const shown = extras
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => hidden <= 0 || index < most || index === extras.length - 1);
  const add = (
    <button type="button" class="button" onClick={model.addExtra}>
      {t('requestExtraAdd')}
    </button>
  );
  return (
    <Section title={t('requestExtras')} class="request-group" actions={add}>
      {extras.length === 0 ? (
        <p class="muted">{t('requestExtrasNone')}</p>
      ) : (
        <ul class="stack">
          {shown.map(({ row, index }) => (
            <li key={row.id} data-parameter={row.name}>
              <Row row={row} number={index + 1} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button type="button" class="button link" onClick={() => setMost(most + ROWS)}>
          {t('largeMoreParameters', formatNumber(hidden))}
        </button>
      )}
    </Section>
  );
}

function Row({ row, number }: { readonly row: ExtraRow; readonly number: number }): JSX.Element {
  const model = useRequestModel();
  const remarks = model.findings.remarks.value.filter((remark) => remarkPlace(remark, model) === row.name);
  const what = row.name === '' ? t('requestExtraNumber', number) : row.name;
  return (
    <>
      <div class="extra-row">
        <input
          class="input monospace"
          aria-label={t('requestExtraName', number)}
          placeholder={t('requestExtraNameHint')}
          spellcheck={false}
          value={row.name}
          onInput={(event) => model.setExtra(row.id, { name: event.currentTarget.value })}
        />
        {row.value.length > LONGEST_IN_FIELD ? (
          <span class="muted">{t('largeNotEdited', formatNumber(row.value.length))}</span>
        ) : (
          <input
            class="input monospace"
            aria-label={t('requestExtraValue', number)}
            placeholder={t('requestExtraValueHint')}
            spellcheck={false}
            value={row.value}
            onInput={(event) => model.setExtra(row.id, { value: event.currentTarget.value })}
          />
        )}
        {model.object.value && (
          <select
            class="input"
            aria-label={t('requestExtraPlace', number)}
            value={row.in}
            onChange={(event) =>
              model.setExtra(row.id, {
                in: event.currentTarget.value === 'query' ? 'query' : 'request object',
              })
            }
          >
            <option value="query">{t('requestInQuery')}</option>
            <option value="request object">{t('requestInObject')}</option>
          </select>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={t('requestRemove', what)}
          title={t('requestRemove', what)}
          onClick={() => model.removeExtra(row.id)}
        >
          <Icon name="bin" />
        </button>
      </div>
      <Remarks
        remarks={remarks}
        label={t('requestFindingsOn', what)}
        onSilence={(rule) => void model.findings.silence(rule)}
      />
    </>
  );
}
