import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { cookieJourney, type JourneyCell, type JourneyRow } from '../../lib/flow/cookies/cookie-journey.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { hostOf } from '../../lib/oauth/url.ts';
import { attributesLabel, settingLabel, withholdingLabel } from '../../lib/state/flows/cookie-labels.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Value } from '../ui/value.tsx';
import './cookies.css';

/** Which cookies each hop of a flow set, sent and withheld, and why. */
export function CookiesView({ flow }: { readonly flow: Flow }): JSX.Element {
  const { cookies } = flow;
  const rows = useMemo(() => (cookies ? cookieJourney(flow, cookies) : []), [flow, cookies]);
  if (rows.length === 0) return <EmptyState title={t('flowNoCookies')}>{t('flowNoCookiesHint')}</EmptyState>;
  // Hops of hosts that have no cookies say nothing.
  const columns = flow.hops.flatMap((hop, index) =>
    rows.some(({ cells }) => !isEmpty(cells[index])) ? [{ hop, index }] : [],
  );
  return (
    <>
      <div class="scroll-x">
        <table class="table cookies" aria-label={t('flowCookies')}>
          <thead>
            <tr>
              <th scope="col">{t('flowCookieName')}</th>
              {columns.map(({ hop, index }) => (
                <th key={index} scope="col" title={hop.url}>
                  {t('flowHop', index + 1)}
                  <span class="cookie-place muted">
                    {hop.method} {hostOf(hop.url)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.host} ${row.name}`}>
                <CookieHead row={row} />
                {columns.map(({ index }) => (
                  <td key={index}>
                    <Cell cell={row.cells[index] ?? {}} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted cookie-note">{t('flowCookieNote')}</p>
    </>
  );
}

function CookieHead({ row }: { readonly row: JourneyRow }): JSX.Element {
  const { name, host, attributes, setBefore, refusedBefore } = row;
  return (
    <th scope="row" class="cookie-head">
      <Value text={name} /> <span class="muted">{host}</span>
      <span class="cookie-attributes muted">
        {attributes ? attributesLabel(attributes) : t('flowCookieUnseen')}
        {setBefore !== undefined && ` · ${t('flowCookieSetBefore', setBefore)}`}
        {refusedBefore && ` · ${settingLabel('refused', refusedBefore)}`}
      </span>
    </th>
  );
}

function Cell({ cell }: { readonly cell: JourneyCell }): JSX.Element {
  const { sent, why, predicted, setting, refusal } = cell;
  if (isEmpty(cell)) return <span class="muted">–</span>;
  return (
    <>
      {sent !== undefined && (
        <p>
          <Icon name={sent ? 'check' : 'abandoned'} tone={sent ? 'success' : 'warning'} />{' '}
          {sent || !why ? t('flowCookieSent') : t('flowCookieWithheld', withholdingLabel(why))}
          {predicted && <span class="muted"> ({t('flowCookiePredicted')})</span>}
        </p>
      )}
      {setting && (
        <p>
          <Icon
            name={setting === 'refused' ? 'failed' : 'import'}
            tone={setting === 'refused' ? 'error' : undefined}
          />{' '}
          {settingLabel(setting, refusal)}
        </p>
      )}
    </>
  );
}

function isEmpty(cell: JourneyCell | undefined): boolean {
  return cell?.sent === undefined && cell?.setting === undefined;
}
