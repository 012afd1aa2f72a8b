import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/json-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { MemberTable } from './member-table.tsx';

interface JsonPartProps {
  readonly title: 'Header' | 'Payload';
  readonly json: JsonObject | undefined;
  /** What could be read where it is no JSON object. */
  readonly text?: string | undefined;
  /** The unprotected header. */
  readonly beside?: JsonObject | undefined;
  /** Why there is nothing. */
  readonly absent?: string | undefined;
}

/** The header or the payload: a table, or the JSON. */
export function JsonPart({ title, json, text, beside, absent }: JsonPartProps): JSX.Element {
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
          <MemberTable
            label={`${title} members`}
            part={title === 'Header' ? 'header' : 'payload'}
            members={json}
          />
        )
      ) : text === undefined || text === '' ? (
        <p class="muted">{absent ?? 'Nothing could be read.'}</p>
      ) : (
        <Value text={text} />
      )}
      {beside && (
        <>
          <h3>Unprotected: anyone can have changed this</h3>
          <MemberTable label="Unprotected header members" part="header" members={beside} />
        </>
      )}
    </Section>
  );
}
