import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/json-text.ts';
import { ClaimsTable } from '../ui/claims-table.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';

interface JsonPartProps {
  readonly title: 'Header' | 'Payload';
  readonly json: JsonObject | undefined;
  /** What could be read where it is no JSON object. */
  readonly text?: string | undefined;
}

/** The header or the payload: a table, or the JSON. */
export function JsonPart({ title, json, text }: JsonPartProps): JSX.Element {
  const [asJson, setAsJson] = useState(false);
  const what = title.toLowerCase();
  return (
    <Section
      title={title}
      class={`token-${what}`}
      actions={
        json && (
          <>
            <button
              type="button"
              class="button quiet"
              aria-pressed={asJson}
              onClick={() => setAsJson(!asJson)}
            >
              {title} as JSON
            </button>
            <CopyButton what={what} value={text ?? jsonText(json)} />
          </>
        )
      }
    >
      {json ? (
        asJson ? (
          <Value text={jsonText(json)} multiline />
        ) : (
          <ClaimsTable label={`${title} members`} claims={json} />
        )
      ) : text === undefined || text === '' ? (
        <p class="muted">Nothing could be read.</p>
      ) : (
        <Value text={text} />
      )}
    </Section>
  );
}
