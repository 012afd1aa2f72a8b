import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { countRemarks } from '../../lib/state/request/request-remarks.ts';
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
        <h2>{t('requestFindings')}</h2>
        <span class="muted" role="status">
          {countRemarks(remarks)}
        </span>
      </div>
      {remarks.length === 0 && silenced.length === 0 && (
        <p class="done">
          <Icon name="completed" tone="success" /> {t('requestNothingFound')}
        </p>
      )}
      <Remarks
        remarks={remarks}
        label={t('requestFindings')}
        onSilence={(rule) => void findings.silence(rule)}
      />
      {silenced.length > 0 && (
        <p class="muted row-actions">
          {t('requestSilenced', profile.value.name, silenced.join(', '))}
          <button type="button" class="button link" onClick={() => void findings.restore()}>
            {t('requestShowAgain')}
          </button>
        </p>
      )}
    </div>
  );
}
