import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { JsonObject } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Value } from '../ui/value.tsx';
import { MemberTable } from './member-table.tsx';

interface PartLabels {
  readonly title: MessageName;
  readonly what: MessageName;
  readonly view: MessageName;
  readonly members: MessageName;
}

const WORDS = {
  header: {
    title: 'tokenHeader',
    what: 'tokenWhatHeader',
    view: 'tokenHeaderView',
    members: 'tokenHeaderMembers',
  },
  payload: {
    title: 'tokenPayload',
    what: 'tokenWhatPayload',
    view: 'tokenPayloadView',
    members: 'tokenPayloadMembers',
  },
} as const satisfies Record<'header' | 'payload', PartLabels>;

interface JsonPartProps {
  readonly part: 'header' | 'payload';
  readonly json: JsonObject | undefined;
  /** What could be read where it is no JSON object. */
  readonly text?: string | undefined;
  /** The unprotected header. */
  readonly beside?: JsonObject | undefined;
  /** Why there is nothing. */
  readonly absent?: string | undefined;
}

/** The header or the payload: a table, or the JSON. */
export function JsonPart({ part, json, text, beside, absent }: JsonPartProps): JSX.Element {
  const [view, setView] = useState<'table' | 'json'>('table');
  const words = WORDS[part];
  return (
    <Section
      title={t(words.title)}
      class={`token-${part}`}
      actions={
        json && (
          <>
            <Segmented
              label={t(words.view)}
              options={[
                { id: 'table', label: t('tokenTable') },
                { id: 'json', label: t('tokenJson') },
              ]}
              chosen={view}
              onChoose={setView}
            />
            <CopyButton what={t(words.what)} value={text ?? jsonText(json)} />
          </>
        )
      }
    >
      {json ? (
        view === 'json' ? (
          <Value text={jsonText(json)} multiline />
        ) : (
          <MemberTable label={t(words.members)} part={part} members={json} />
        )
      ) : text === undefined || text === '' ? (
        <p class="muted">{absent ?? t('tokenNothingRead')}</p>
      ) : (
        <Value text={text} />
      )}
      {beside && (
        <>
          <h3>{t('tokenUnprotected')}</h3>
          <MemberTable label={t('tokenUnprotectedMembers')} part="header" members={beside} />
        </>
      )}
    </Section>
  );
}
