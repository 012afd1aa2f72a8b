import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { type SummaryValue, wholeValue } from '../../lib/state/copyable.ts';
import { statusLook } from '../../lib/state/flow-words.ts';
import { formatExact, formatRelative } from '../../lib/state/format.ts';
import type { PopupModel } from '../../lib/state/popup-model.ts';
import { say } from '../../lib/state/say.ts';
import { useServices } from '../app/services.ts';
import { PopupHold } from '../hold/popup-hold.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
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
        {model.status.value?.recording ? say('popupNoCallbackRecording') : say('popupNoCallback')}
      </p>
    );
  }
  return (
    <ul class="callbacks" aria-label={say('popupRecentCallbacks')}>
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
      <p class="callback-head">
        <span class={`callback-status tone-${tone}`}>
          <Icon name={summary.status} />
          {word}
        </span>
        <strong>{summary.provider}</strong>
        <time class="muted" dateTime={formatExact(at)} title={formatExact(at)}>
          {formatRelative(at, now)}
        </time>
      </p>
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
