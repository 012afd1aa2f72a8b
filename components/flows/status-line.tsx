import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { statusLine } from '../../lib/state/flows/status-line.ts';
import { useAppModel } from '../app/models.ts';

/** The last line of the Flows tab: how much there is, and what was missed. */
export function StatusLine(): JSX.Element {
  const { flows: model } = useAppModel();
  const status = model.status.value;
  const shown = model.visible.value.length;
  return (
    <p class="status-line" title={status?.droppedReason}>
      {status ? statusLine(status, shown, model.inScope.value) : t('flowsConnecting')}
    </p>
  );
}
