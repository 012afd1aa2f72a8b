import type { JSX } from 'preact';
import type { DauthFinding } from '../../lib/dauth/finding.ts';
import { Note } from '../ui/note.tsx';

const TONES = { error: 'error', warning: 'warning', information: 'info' } as const;

/** Findings with their rule and remedy. */
export function Findings({ findings }: { readonly findings: readonly DauthFinding[] }): JSX.Element {
  return (
    <>
      {findings.map(({ rule, severity, message, remedy, at }) => (
        <Note key={`${rule} ${at} ${message}`} tone={TONES[severity]} word={rule}>
          {message} {remedy}
        </Note>
      ))}
    </>
  );
}
