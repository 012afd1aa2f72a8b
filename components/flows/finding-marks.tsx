import type { JSX } from 'preact';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { cutText } from '../ui/cut-text.ts';
import { Icon } from '../ui/icon.tsx';
import { severityLook } from './severity-look.ts';

/** A tooltip holds no more than a sentence or two. */
const LONGEST_TITLE = 400;

interface FindingMarksProps {
  readonly findings: readonly Finding[];
  /** Names the parameter too, where it does not stand beside the mark. */
  readonly named?: boolean;
  readonly onOpen: (rule: string) => void;
}

/** The ids of rules that object to a parameter, each leading to its finding. */
export function FindingMarks({ findings, named = false, onOpen }: FindingMarksProps): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <span class="finding-marks">
      {findings.map(({ rule, severity, message, at }, index) => {
        const { icon, word, tone } = severityLook(severity);
        const text = makeVisible(cutText(message, LONGEST_TITLE));
        const parameter =
          named && at.parameter !== undefined ? ` ${makeVisible(cutText(at.parameter, 60))}` : '';
        return (
          <button
            key={`${index} ${rule}`}
            type="button"
            class={`finding-mark tone-${tone}`}
            title={text}
            aria-label={`${word} ${rule}${parameter}: ${text}`}
            onClick={() => onOpen(rule)}
          >
            <Icon name={icon} />
            {rule}
            {parameter}
          </button>
        );
      })}
    </span>
  );
}
