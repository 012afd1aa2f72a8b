import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { timeClaim } from '../../lib/state/token/time-claim.ts';
import { useServices } from '../app/services.ts';
import { Value } from './value.tsx';

interface ClaimsTableProps {
  /** Name of the table. */
  readonly label: string;
  readonly claims: JsonObject;
}

/** A JOSE header or a claims set, a row a member; instants are spelt out. */
export function ClaimsTable({ label, claims }: ClaimsTableProps): JSX.Element {
  const now = useServices().now();
  const entries = Object.entries(claims);
  if (entries.length === 0) return <p class="muted">{t('uiEmptyObject')}</p>;
  return (
    <table class="table" aria-label={label}>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t('wordName')}</th>
          <th scope="col">{t('wordValue')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(([name, value]) => {
          const time = timeClaim(name, value, now);
          return (
            <tr key={name}>
              <th scope="row" class="claim-name">
                <Value text={name} />
              </th>
              <td>
                <Value text={jsonText(value)} multiline={typeof value !== 'string'} />
                {time && <span class="muted claim-time"> {time}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
