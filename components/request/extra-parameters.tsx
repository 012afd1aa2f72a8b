import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../lib/state/format.ts';
import type { ExtraRow } from '../../lib/state/request-session.ts';
import { say } from '../../lib/state/say.ts';
import { LONGEST_IN_FIELD } from '../ui/held-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/section.tsx';
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
      {say('requestExtraAdd')}
    </button>
  );
  return (
    <Section title={say('requestExtras')} class="request-group" actions={add}>
      {extras.length === 0 ? (
        <p class="muted">{say('requestExtrasNone')}</p>
      ) : (
        <ul class="stack">
          {shown.map(({ row, index }) => (
            <li key={row.id}>
              <Row row={row} number={index + 1} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button type="button" class="button link" onClick={() => setMost(most + ROWS)}>
          {say('largeMoreParameters', formatNumber(hidden))}
        </button>
      )}
    </Section>
  );
}

function Row({ row, number }: { readonly row: ExtraRow; readonly number: number }): JSX.Element {
  const model = useRequestModel();
  const remarks = model.findings.remarks.value.filter(({ parameter }) => parameter === row.name);
  const what = row.name === '' ? say('requestExtraNumber', number) : row.name;
  return (
    <>
      <div class="extra-row">
        <input
          class="input monospace"
          aria-label={say('requestExtraName', number)}
          placeholder={say('requestExtraNameHint')}
          spellcheck={false}
          value={row.name}
          onInput={(event) => model.setExtra(row.id, { name: event.currentTarget.value })}
        />
        {row.value.length > LONGEST_IN_FIELD ? (
          <span class="muted">{say('largeNotEdited', formatNumber(row.value.length))}</span>
        ) : (
          <input
            class="input monospace"
            aria-label={say('requestExtraValue', number)}
            placeholder={say('requestExtraValueHint')}
            spellcheck={false}
            value={row.value}
            onInput={(event) => model.setExtra(row.id, { value: event.currentTarget.value })}
          />
        )}
        {model.object.value && (
          <select
            class="input"
            aria-label={say('requestExtraPlace', number)}
            value={row.in}
            onChange={(event) =>
              model.setExtra(row.id, {
                in: event.currentTarget.value === 'query' ? 'query' : 'request object',
              })
            }
          >
            <option value="query">{say('requestInQuery')}</option>
            <option value="request object">{say('requestInObject')}</option>
          </select>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={say('requestRemove', what)}
          title={say('requestRemove', what)}
          onClick={() => model.removeExtra(row.id)}
        >
          <Icon name="bin" />
        </button>
      </div>
      <Remarks remarks={remarks} label={say('requestFindingsOn', what)} />
    </>
  );
}
