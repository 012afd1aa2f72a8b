import type { JSX } from 'preact';
import { useAppModel } from '../app/models.ts';
import { Section } from '../ui/section.tsx';
import { TokenProblems } from '../ui/token-problems.tsx';
import { JsonPart } from './json-part.tsx';
import { SignaturePart } from './signature-part.tsx';
import { TokenChoice } from './token-choice.tsx';
import { TokenEditor } from './token-editor.tsx';
import './token.css';
import { Verification } from './verification.tsx';

/** A pasted token beside everything that can be read of it. */
export function TokenTab(): JSX.Element {
  const { token: model } = useAppModel();
  const decoded = model.decoded.value;
  return (
    <div class="token">
      <div class="token-columns">
        <div class="token-input">
          <TokenEditor />
          <TokenChoice />
        </div>
        <div class="token-output">
          <div class="section stack">
            <Verification text={model.verdict.value} kind={decoded.kind} />
            <TokenProblems problems={decoded.problems} />
          </div>
          <JsonPart title="Header" json={decoded.header} />
          {decoded.kind === 'jwe' ? (
            <Section title="Payload">
              <p class="muted">Encrypted: it can only be read with the recipient’s key.</p>
            </Section>
          ) : (
            <JsonPart title="Payload" json={decoded.payload} text={decoded.payloadText} />
          )}
          <SignaturePart decoded={decoded} />
        </div>
      </div>
    </div>
  );
}
