import type { ComponentChildren, JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';

interface SubmittedFlowProps {
  readonly flowId: string;
  readonly children: ComponentChildren;
}

/** What became of something told, and the way to its flow. */
export function SubmittedFlow({ flowId, children }: SubmittedFlowProps): JSX.Element {
  const app = useAppModel();
  const show = (): void => {
    app.flows.open(flowId);
    app.tab.value = 'flows';
  };
  return (
    <p class="done">
      <Icon name="completed" tone="success" /> {children}{' '}
      <button type="button" class="button link" onClick={show}>
        {t('flowsShowFlow')}
      </button>
    </p>
  );
}
