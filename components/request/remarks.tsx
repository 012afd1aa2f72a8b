import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { RequestRemark } from '../../lib/state/request/request-remarks.ts';
import { formatNumber } from '../../lib/state/shared/format.ts';
import { cutText } from '../ui/cut-text.ts';
import { Note } from '../ui/note.tsx';

/** A message names the offending value, which may be long. */
const LONGEST_TEXT = 600;

/** Remarks shown until more is asked for, and more with each time. */
const MOST = 50;

interface RemarksProps {
  readonly remarks: readonly RequestRemark[];
  /** The name of the list. */
  readonly label: string;
  /** Offers to silence each rule. */
  readonly onSilence?: (rule: string) => void;
}

/** What is wrong with a request or one parameter of it: word, rule and remedy; in the whole list also who says so. */
export function Remarks({ remarks, label, onSilence }: RemarksProps): JSX.Element | null {
  const [most, setMost] = useState(MOST);
  if (remarks.length === 0) return null;
  return (
    <>
      <ul class="remarks" aria-label={label}>
        {remarks.slice(0, most).map((remark, index) => (
          <li key={`${index} ${remark.rule ?? ''}`}>
            <Remark remark={remark} onSilence={onSilence} />
          </li>
        ))}
      </ul>
      {remarks.length > most && (
        <button type="button" class="button link" onClick={() => setMost(most + MOST)}>
          {t('largeMoreRemarks', formatNumber(remarks.length - most))}
        </button>
      )}
    </>
  );
}

interface RemarkProps {
  readonly remark: RequestRemark;
  readonly onSilence: RemarksProps['onSilence'];
}

function Remark({ remark, onSilence }: RemarkProps): JSX.Element {
  const { severity, message, remedy, rule, source } = remark;
  return (
    <Note tone={severity}>
      {rule !== undefined && <span class="remark-rule">{rule}</span>} {shortened(message)} {shortened(remedy)}{' '}
      {source !== undefined && onSilence && <span class="muted">{source}</span>}
      {rule !== undefined && onSilence && (
        <button
          type="button"
          class="button link"
          title={t('requestSilenceTitle', rule)}
          onClick={() => onSilence(rule)}
        >
          {t('requestSilence', rule)}
        </button>
      )}
    </Note>
  );
}

function shortened(text: string): string {
  return `${makeVisible(cutText(text, LONGEST_TEXT))}${text.length > LONGEST_TEXT ? '…' : ''}`;
}
