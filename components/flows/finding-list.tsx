import type { JSX } from 'preact';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { cutText } from '../ui/cut-text.ts';
import { Note } from '../ui/note.tsx';

/** A message names the offending value, which may be long. */
const LONGEST_MESSAGE = 600;

/** What is wrong, how to fix it and who says so. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <ul class="findings">
      {findings.map((finding, index) => (
        <li key={`${index} ${finding.rule}`}>
          <Note tone={finding.severity}>
            {shortened(finding.message)} <span class="muted">{finding.rule}</span>
            <br />
            {shortened(finding.remedy)} <span class="muted">{finding.source}</span>
          </Note>
        </li>
      ))}
    </ul>
  );
}

function shortened(text: string): string {
  return `${makeVisible(cutText(text, LONGEST_MESSAGE))}${text.length > LONGEST_MESSAGE ? '…' : ''}`;
}
