import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { FlowAction } from '../../lib/state/app/app-model.ts';
import { lazyPart } from '../app/lazy-part.tsx';
import { useAppModel } from '../app/models.ts';
import { LazyExportDialog } from '../export/lazy-export-dialog.ts';
import { Icon } from '../ui/icon.tsx';
import './flow-actions.css';
import type { ReplayDialog } from './replay-dialog.tsx';

const LazyReplayDialog = lazyPart<Parameters<typeof ReplayDialog>[0]>(
  async () => (await import('./replay-dialog.tsx')).ReplayDialog,
);

/** What can be done with the shown flow: launch it again, compare it, export it. */
export function FlowActions({ flow }: { readonly flow: Flow }): JSX.Element {
  const { flows: model, flowAction } = useAppModel();
  // Chosen in the list, it waits for the flow that it is about.
  const open = flowAction.value?.flowId === flow.id ? flowAction.value.kind : undefined;
  const close = (): void => {
    flowAction.value = undefined;
  };
  const setOpen = (kind: FlowAction['kind']): void => {
    // A newer flow must not take its place meanwhile.
    model.open(flow.id);
    flowAction.value = { kind, flowId: flow.id };
  };
  return (
    <div class="row-actions flow-actions">
      <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => setOpen('replay')}>
        <Icon name="launch" />
        <span class="button-label">{t('compareLaunchAgain')}</span>
      </button>
      <button type="button" class="button quiet" data-action="compare" onClick={() => setOpen('compare')}>
        <Icon name="compare" />
        <span class="button-label">{t('compareCompareWith')}</span>
      </button>
      <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => setOpen('export')}>
        <Icon name="export" />
        <span class="button-label">{t('compareExportFlow')}</span>
      </button>
      {open === 'replay' && <LazyReplayDialog flow={flow} onClose={close} />}
      {open === 'export' && <LazyExportDialog scope="selected" onClose={close} />}
    </div>
  );
}
