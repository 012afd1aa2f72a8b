import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { RedactionSummary } from '../../lib/export/redact.ts';
import { t } from '../../lib/i18n/t.ts';
import { redactionParts } from '../../lib/state/export/redaction-labels.ts';

/** UTF-16 units of an export that are shown before it is written. */
const SHOWN = 20_000;

interface ExportPreviewProps {
  readonly text: string;
  readonly redaction: RedactionSummary;
}

/** What is left in an export and what was taken out of it, before it is written. */
export function ExportPreview({ text, redaction }: ExportPreviewProps): JSX.Element {
  const id = useId();
  const { replaced, classes } = redactionParts(redaction);
  const rest = text.length - SHOWN;
  return (
    <section class="stack export-preview" aria-labelledby={id}>
      <h3 id={id}>{t('exportRemains')}</h3>
      <p>{replaced}</p>
      {classes.length > 0 && (
        <ul class="export-classes" aria-label={t('exportReplacedKinds')}>
          {classes.map(({ label, count }) => (
            <li key={label}>
              {label} <strong>{count}</strong>
            </li>
          ))}
        </ul>
      )}
      <p class="muted">{t('exportKept')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <section class="export-text" tabIndex={0} aria-label={t('exportPreview')}>
        <pre>
          {text.slice(0, SHOWN)}
          {rest > 0 && `\n${t('exportPreviewRest', rest.toLocaleString(t('locale')))}`}
        </pre>
      </section>
    </section>
  );
}
