import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { wholeValue } from '../../lib/state/shared/copyable.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import type { MenuItem } from '../ui/menu.tsx';

const VALUES = ['code', 'state', 'flowid', 'error'] as const;

/** Longest value that a menu offers to filter by, in UTF-16 units. */
const LONGEST_FILTER = 200;

/** Gives what can be done with a flow of the list. */
export function useFlowMenu(): (summary: FlowSummary) => readonly MenuItem[] {
  const { flows, flowAction } = useAppModel();
  const { background, clipboard } = useServices();
  const copy = async (text: Promise<string | undefined>): Promise<void> => {
    const value = await text;
    if (value !== undefined) await clipboard(value).catch(() => undefined);
  };
  return (summary) => {
    const { id } = summary;
    const whole = async () => {
      const answer = await background.call('flow', id);
      return answer.ok ? answer.value : undefined;
    };
    const act = (kind: 'replay' | 'compare' | 'export') => () => {
      flows.open(id);
      flowAction.value = { kind, flowId: id };
    };
    const filterBy = (field: string, value: string | undefined): readonly MenuItem[] =>
      value === undefined || value === '' || value.length > LONGEST_FILTER || value.includes('"')
        ? []
        : [
            {
              label: t('flowMenuFilter', field, value.length > 40 ? `${value.slice(0, 40)}…` : value),
              run: () => {
                flows.filter.value = `${field}:${/\s/.test(value) ? `"${value}"` : value}`;
              },
            },
          ];
    const copies = VALUES.filter((name) => summary[name] !== undefined).map((name) => ({
      label: t('uiCopyWhat', name),
      run: () => void copy(wholeValue(summary, name, background)),
    }));
    const filters = [
      ...filterBy('provider', summary.provider),
      ...filterBy('client', summary.clientId),
      ...filterBy('state', summary.state),
    ];
    return [
      ...copies,
      {
        label: t('uiCopyWhat', t('flowAuthorizeUrl')),
        run: () => void copy(whole().then((flow) => flow?.request?.url)),
      },
      { label: t('compareLaunchAgain'), separate: true, run: act('replay') },
      { label: t('compareCompareWith'), run: act('compare') },
      { label: t('compareExportFlow'), run: act('export') },
      ...filters.map((item, index) => (index === 0 ? { ...item, separate: true } : item)),
      {
        label: t('flowPin'),
        separate: true,
        checked: summary.pinned === true,
        run: () => void flows.pin(id, summary.pinned !== true),
      },
      { label: t('wordDelete'), run: () => void flows.remove([id]) },
    ];
  };
}
