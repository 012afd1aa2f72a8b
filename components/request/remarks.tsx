import type { JSX } from 'preact';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { RequestRemark } from '../../lib/state/request-remarks.ts';
import { cutText } from '../ui/cut-text.ts';
import { Note } from '../ui/note.tsx';

/** A message names the offending value, which may be long. */
const LONGEST_TEXT = 600;

interface RemarksProps {
  readonly remarks: readonly RequestRemark[];
  /** The name of the list. */
  readonly label: string;
  /** Offers to silence each rule. */
  readonly onSilence?: (rule: string) => void;
}

/** What is wrong with a request or one parameter of it: word, rule and remedy; in the whole list also who says so. */
export function Remarks({ remarks, label, onSilence }: RemarksProps): JSX.Element | null {
  if (remarks.length === 0) return null;
  return (
    <ul class="remarks" aria-label={label}>
      {remarks.map((remark, index) => (
        <li key={`${index} ${remark.rule ?? ''}`}>
          <Remark remark={remark} onSilence={onSilence} />
        </li>
      ))}
    </ul>
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
          title={`Do not show ${rule} for this profile any more`}
          onClick={() => onSilence(rule)}
        >
          Silence {rule}
        </button>
      )}
    </Note>
  );
}

function shortened(text: string): string {
  return `${makeVisible(cutText(text, LONGEST_TEXT))}${text.length > LONGEST_TEXT ? '…' : ''}`;
}
