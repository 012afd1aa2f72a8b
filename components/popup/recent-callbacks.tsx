import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { flowFragment } from '../../lib/state/app/app-tabs.ts';
import { statusLook } from '../../lib/state/flows/flow-labels.ts';
import type { PopupModel } from '../../lib/state/popup/popup-model.ts';
import { type SummaryValue, wholeValue } from '../../lib/state/shared/copyable.ts';
import { formatExact, formatRelative } from '../../lib/state/shared/format.ts';
import { useServices } from '../app/services.ts';
import { PopupHold } from '../hold/popup-hold.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { FindingCounts } from '../ui/finding-counts.tsx';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { Value } from '../ui/value.tsx';

const VALUES = ['error', 'code', 'state', 'flowid'] as const satisfies readonly SummaryValue[];

/** The last callbacks, newest first, or what to do to get one. */
export function RecentCallbacks({ model }: { readonly model: PopupModel }): JSX.Element | null {
  const now = useNow(5_000);
  const callbacks = model.callbacks.value;
  if (!callbacks) return null;
  if (callbacks.length === 0) {
    return (
      <p class="popup-part muted">
        {model.status.value?.recording ? t('popupNoCallbackRecording') : t('popupNoCallback')}
      </p>
    );
  }
  return (
    <ul class="callbacks" aria-label={t('popupRecentCallbacks')}>
      {callbacks.map((summary) => (
        <RecentCallback key={summary.id} summary={summary} now={now} />
      ))}
    </ul>
  );
}

function RecentCallback({
  summary,
  now,
}: {
  readonly summary: FlowSummary;
  readonly now: number;
}): JSX.Element {
  const { background } = useServices();
  const { tone, word } = statusLook(summary.status);
  const at = summary.callbackAt ?? summary.startedAt;
  return (
    <li class="callback">
      <button
        type="button"
        class="callback-head"
        title={t('popupOpenFlow')}
        onClick={() => void background.call('openWorkbench', flowFragment(summary.id))}
      >
        <span class={`callback-status tone-${tone}`}>
          <Icon name={summary.status} />
          {word}
        </span>
        <strong>{summary.provider}</strong>
        <FindingCounts errors={summary.errors} warnings={summary.warnings} />
        <time class="muted" dateTime={formatExact(at)} title={formatExact(at)}>
          {formatRelative(at, now)}
        </time>
      </button>
      {VALUES.map((what) => {
        const value = summary[what];
        return (
          value !== undefined && (
            <div key={what} class="callback-value">
              <span class="muted">{what}</span>
              <Value text={value} line />
              <CopyButton what={what} value={() => wholeValue(summary, what, background)} />
            </div>
          )
        );
      })}
      {summary.status === 'held' && <PopupHold summary={summary} />}
    </li>
  );
}
