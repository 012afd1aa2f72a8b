import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { isFailedHop } from '../../lib/flow/status.ts';
import type { TimelineRow } from '../../lib/flow/timeline.ts';
import { parametersOfUrl } from '../../lib/flow/tokens.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { roleLabel } from '../../lib/state/flows/flow-labels.ts';
import { formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import { useContextMenu } from '../ui/context-menu.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { cutText } from '../ui/cut-text.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { ParameterTable } from '../ui/parameter-table.tsx';
import { useHopMenu } from './use-hop-menu.ts';
import { WithheldFields } from './withheld-fields.tsx';

const LONGEST_PATH = 300;

/** One request and its answer; its number opens what it carried. */
export function HopRow({ row }: { readonly row: TimelineRow }): JSX.Element {
  const [open, setOpen] = useState(false);
  const contextMenu = useContextMenu();
  const menuOf = useHopMenu();
  const { number, hop, host, path, since, took } = row;
  const { method, status, error, role, at } = hop;
  // The same element as before is not compared again: each change of a flow brings all of its hops anew.
  const cells = useMemo(
    () => <HopCells row={row} />,
    [method, status, error, role, at, host, path, since, took],
  );
  return (
    <>
      <tr onContextMenu={contextMenu(t('flowMenuHop', number), () => menuOf(hop))}>
        <th scope="row" class="narrow">
          <button
            type="button"
            class="button quiet hop-toggle"
            aria-expanded={open}
            aria-label={t('flowHop', number)}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
            {number}
          </button>
        </th>
        {cells}
      </tr>
      {open && (
        <tr>
          <td colSpan={7} class="hop-more">
            <HopMore row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

function HopCells({ row: { hop, host, path, since, took } }: { readonly row: TimelineRow }): JSX.Element {
  const place = makeVisible(cutText(`${host}${path}`, LONGEST_PATH));
  return (
    <>
      <td class="narrow">{hop.method}</td>
      <td class="narrow">
        {hop.status ?? (hop.error === undefined ? '…' : isFailedHop(hop) ? <Failed /> : t('flowHopStopped'))}
      </td>
      <td class="hop-place" title={place}>
        <bdi>{place}</bdi>
        <span class="only-narrow muted">{roleLabel(hop.role)}</span>
      </td>
      <td class="number" title={formatExact(hop.at)}>
        {formatDuration(since)}
      </td>
      <td class="number only-wide">{took === undefined ? '–' : formatDuration(took)}</td>
      <td class="only-wide">{roleLabel(hop.role)}</td>
    </>
  );
}

function Failed(): JSX.Element {
  return (
    <span class="tone-error">
      <Icon name="failed" /> {t('flowHopNoAnswer')}
    </span>
  );
}

function HopMore({ row: { number, hop, took } }: { readonly row: TimelineRow }): JSX.Element {
  return (
    <div class="stack">
      <dl class="facts">
        <dt>URL</dt>
        <dd>
          <CopyableValue what={t('flowHopUrl', number)} text={hop.url} />
        </dd>
        <dt>{t('flowHopTimes')}</dt>
        <dd>
          {took === undefined
            ? formatExact(hop.at)
            : t('flowHopAnsweredAfter', formatExact(hop.at), formatDuration(took))}
        </dd>
        {hop.location !== undefined && (
          <>
            <dt>Location</dt>
            <dd>
              <CopyableValue what={t('flowHopLocation', number)} text={hop.location} />
            </dd>
          </>
        )}
        <dt>{t('flowCameBy')}</dt>
        <dd>
          {t(
            hop.cause === 'redirect'
              ? 'flowCameByRedirect'
              : hop.cause === 'page'
                ? 'flowCameByPage'
                : 'flowCameByStart',
          )}
        </dd>
      </dl>
      {hop.error !== undefined && isFailedHop(hop) && (
        <Note tone="error">{t('flowHopFailed', hop.error)}</Note>
      )}
      {hop.body?.withheld && <WithheldFields body={hop.body} />}
      {hop.body?.kind === 'names' && !hop.body.withheld && (
        <p class="muted">{t('flowHopBodyUnnamed', hop.body.format ?? 'text', hop.body.size ?? 0)}</p>
      )}
      {hop.body?.truncated && <Note tone="warning">{t('flowHopBodyCut')}</Note>}
      <ParameterTable
        label={t('flowParametersOfHop', number)}
        parameters={parametersOfUrl(hop.url, hop.body)}
      />
    </div>
  );
}
