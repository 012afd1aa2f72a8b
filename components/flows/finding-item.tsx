import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { Finding, Rule } from '../../lib/rules/types.ts';
import { cutText } from '../ui/cut-text.ts';
import { Note } from '../ui/note.tsx';
import { severityLook } from './severity-look.ts';

/** A message names the offending value, which may be long. */
const LONGEST = 600;

interface FindingItemProps {
  readonly finding: Finding;
  /** Absent where there is nothing to do about it here. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** One finding: what is wrong, how to fix it, who says so, and what the rule is. */
export function FindingItem({ finding, action }: FindingItemProps): JSX.Element {
  const { rule: id, severity, message, remedy, source, at } = finding;
  return (
    <li class="finding-item" data-rule={id} data-severity={severity}>
      <Note tone={severity} word={`${severityLook(severity).word} ${id}`}>
        <p lang="en">{shortened(message)}</p>
        <p lang="en">{shortened(remedy)}</p>
        <p class="muted finding-source">
          {at.part}
          {at.parameter !== undefined && ` · ${shortened(at.parameter)}`} · {source}
        </p>
        <div class="row-actions">
          <AboutRule id={id} />
          {action && (
            <button type="button" class="button quiet" onClick={action.run}>
              {action.label}
            </button>
          )}
        </div>
      </Note>
    </li>
  );
}

/** What the documents of the rules say of it, read when it is opened. */
function AboutRule({ id }: { readonly id: string }): JSX.Element {
  const rule = useSignal<Rule | undefined>(undefined);
  const read = (): void => {
    void import('../../lib/rules/registry.ts').then(({ ruleById }) => {
      rule.value = ruleById(id);
    });
  };
  const known = rule.value;
  return (
    <details class="finding-about" onToggle={read}>
      <summary>{t('flowRuleAbout', id)}</summary>
      {known && (
        <>
          <p>{known.title}</p>
          <p class="muted">
            {t(
              'flowRuleFacts',
              severityLook(known.severity).word,
              [known.gate].flat().join(', '),
              known.source,
            )}
          </p>
        </>
      )}
    </details>
  );
}

function shortened(text: string): string {
  return `${makeVisible(cutText(text, LONGEST))}${text.length > LONGEST ? '…' : ''}`;
}
