import type { JSX } from 'preact';
import { timelineOf } from '../../lib/flow/timeline.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { formatDuration } from '../../lib/state/shared/format.ts';
import { cutText } from '../ui/cut-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ScrollX } from '../ui/scroll-x.tsx';

const LONGEST_PLACE = 120;

/** When each hop began and how long its answer took, as numbers and as bars. */
export function Waterfall({ flow }: { readonly flow: Flow }): JSX.Element {
  const rows = timelineOf(flow);
  if (rows.length === 0) return <EmptyState title={t('diagramNoHops')}>{t('diagramNoTimes')}</EmptyState>;
  const whole = Math.max(1, ...rows.map(({ since, took = 0 }) => since + took));
  const share = (part: number): string => `${Math.min((part / whole) * 100, 100)}%`;
  return (
    <ScrollX label={t('diagramWaterfall')}>
      <table class="table waterfall" aria-label={t('diagramWaterfall')}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('diagramPlace')}</th>
            <th scope="col" class="number">
              {t('diagramBegan')}
            </th>
            <th scope="col" class="number">
              {t('diagramTook')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, hop, host, path, since, took }) => (
            <tr key={number}>
              <th scope="row" class="narrow">
                {number}
              </th>
              <td class="waterfall-place">
                <bdi>{makeVisible(cutText(`${host}${path}`, LONGEST_PLACE))}</bdi>
                <span class="waterfall-bar" aria-hidden="true">
                  <span
                    class={hop.error !== undefined || (hop.status ?? 0) >= 400 ? 'waterfall-failed' : ''}
                    style={{ marginInlineStart: share(since), width: share(took ?? 0) }}
                  />
                </span>
              </td>
              <td class="number">{formatDuration(since)}</td>
              <td class="number">{took === undefined ? t('diagramNoAnswer') : formatDuration(took)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
