import type { JSX } from 'preact';
import { countRemarks } from '../../lib/state/request-remarks.ts';
import { Icon } from '../ui/icon.tsx';
import { Remarks } from './remarks.tsx';
import { useRequestModel } from './request-context.ts';

/** Everything that is to be said of the request, worst first, or that nothing is; and what is silenced. */
export function ProblemList(): JSX.Element {
  const { findings, profile } = useRequestModel();
  const remarks = findings.remarks.value;
  const silenced = findings.silenced.value;
  return (
    <div class="stack">
      <div class="row-actions">
        <h2>Findings</h2>
        <span class="muted" role="status">
          {countRemarks(remarks)}
        </span>
      </div>
      {remarks.length === 0 && silenced.length === 0 && (
        <p class="done">
          <Icon name="completed" tone="success" /> Nothing found. The request is as the provider documents it.
        </p>
      )}
      <Remarks remarks={remarks} label="Findings" onSilence={(rule) => void findings.silence(rule)} />
      {silenced.length > 0 && (
        <p class="muted row-actions">
          Silenced for {profile.value.name}: {silenced.join(', ')}.
          <button type="button" class="button link" onClick={() => void findings.restore()}>
            Show again
          </button>
        </p>
      )}
    </div>
  );
}
