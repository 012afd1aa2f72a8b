import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { countRemarks } from '../../lib/state/request/request-remarks.ts';
import { Icon } from '../ui/icon.tsx';
import { RemarkLinks } from './remark-links.tsx';
import { remarkPlace } from './remark-place.ts';
import { Remarks } from './remarks.tsx';
import { useRequestModel } from './request-context.ts';

/** How many findings there are, links to those that stand at a field, the others in full, and what is silenced. */
export function ProblemList(): JSX.Element {
  const model = useRequestModel();
  const { findings, profile } = model;
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
        remarks={remarks.filter(
          (remark) =>
            remarkPlace(remark, model) === undefined && remark.message !== model.blocker.value?.message,
        )}
        label={t('requestFindingsWhole')}
        onSilence={(rule) => void findings.silence(rule)}
      />
      <RemarkLinks remarks={remarks} />
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
