import type { ComponentChildren, JSX } from 'preact';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';

interface ToldFlowProps {
  readonly flowId: string;
  readonly children: ComponentChildren;
}

/** What became of something told, and the way to its flow. */
export function ToldFlow({ flowId, children }: ToldFlowProps): JSX.Element {
  const app = useAppModel();
  const show = (): void => {
    app.flows.open(flowId);
    app.tab.value = 'flows';
  };
  return (
    <p class="done">
      <Icon name="completed" tone="success" /> {children}{' '}
      <button type="button" class="button link" onClick={show}>
        {say('flowsShowFlow')}
      </button>
    </p>
  );
}
