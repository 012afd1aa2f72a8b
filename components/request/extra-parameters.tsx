import type { JSX } from 'preact';
import type { ExtraRow } from '../../lib/state/request-session.ts';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/section.tsx';
import { Remarks } from './remarks.tsx';
import { useRequestModel } from './request-context.ts';

/** Parameters that the profile does not know. */
export function ExtraParameters(): JSX.Element {
  const model = useRequestModel();
  const { extras } = model.session.value;
  const add = (
    <button type="button" class="button" onClick={model.addExtra}>
      Add a parameter
    </button>
  );
  return (
    <Section title="Extra parameters" class="request-group" actions={add}>
      {extras.length === 0 ? (
        <p class="muted">None. Add one to send what the profile does not know.</p>
      ) : (
        <ul class="stack">
          {extras.map((row, index) => (
            <li key={row.id}>
              <Row row={row} number={index + 1} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ row, number }: { readonly row: ExtraRow; readonly number: number }): JSX.Element {
  const model = useRequestModel();
  const remarks = model.findings.remarks.value.filter(({ parameter }) => parameter === row.name);
  const what = row.name === '' ? `extra parameter ${number}` : row.name;
  return (
    <>
      <div class="extra-row">
        <input
          class="input monospace"
          aria-label={`Name of extra parameter ${number}`}
          placeholder="name"
          spellcheck={false}
          value={row.name}
          onInput={(event) => model.setExtra(row.id, { name: event.currentTarget.value })}
        />
        <input
          class="input monospace"
          aria-label={`Value of extra parameter ${number}`}
          placeholder="value"
          spellcheck={false}
          value={row.value}
          onInput={(event) => model.setExtra(row.id, { value: event.currentTarget.value })}
        />
        {model.object.value && (
          <select
            class="input"
            aria-label={`Place of extra parameter ${number}`}
            value={row.in}
            onChange={(event) =>
              model.setExtra(row.id, {
                in: event.currentTarget.value === 'query' ? 'query' : 'request object',
              })
            }
          >
            <option value="query">in the query</option>
            <option value="request object">in the request object</option>
          </select>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={`Remove ${what}`}
          title={`Remove ${what}`}
          onClick={() => model.removeExtra(row.id)}
        >
          <Icon name="bin" />
        </button>
      </div>
      <Remarks remarks={remarks} label={`Findings on ${what}`} />
    </>
  );
}
