import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { MASK } from '../../lib/calls/segments.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import type { Json } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Value } from '../ui/value.tsx';
import { useStepsModel } from './steps-context.ts';

interface JsonTreeProps {
  /** Name of the tree. */
  readonly label: string;
  readonly json: Json;
  /** Paths whose values are masked until revealed. */
  readonly secrets: ReadonlySet<string>;
}

/** Members of one object or list shown until more is asked for. */
const MEMBERS_AT_FIRST = 50;

/** Levels that are open at first. */
const OPEN_LEVELS = 3;

const TEXT_AT_FIRST = 500;

/** JSON as nested lists that fold, each value with a copy button. */
export function JsonTree({ label, json, secrets }: JsonTreeProps): JSX.Element {
  return (
    <section class="json-tree object-json" aria-label={label}>
      <Node json={json} path="" level={0} secrets={secrets} />
    </section>
  );
}

interface NodeProps {
  readonly json: Json;
  readonly path: string;
  readonly level: number;
  readonly secrets: ReadonlySet<string>;
}

function Node(props: NodeProps): JSX.Element {
  const { json, path } = props;
  if (typeof json !== 'object' || json === null) return <Leaf {...props} />;
  const members = Object.entries(json);
  if (members.length === 0) return <code>{Array.isArray(json) ? '[]' : '{}'}</code>;
  if (path === '') return <Members {...props} members={members} />;
  const count = members.length;
  return (
    <details class="json-branch" open={props.level < OPEN_LEVELS}>
      <summary>
        <span class="muted">
          {Array.isArray(json) ? t('stepsListOf', count) : tCount('stepsMembers', count)}
        </span>
      </summary>
      <Members {...props} members={members} />
    </details>
  );
}

function Members({
  members,
  path,
  level,
  secrets,
}: NodeProps & { readonly members: readonly (readonly [string, Json | undefined])[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? members : members.slice(0, MEMBERS_AT_FIRST);
  return (
    <>
      <ul class="json-members">
        {shown.map(([name, value]) => (
          <li key={name}>
            <span class="json-name">
              <Value text={name} />
            </span>
            <Node
              json={value ?? null}
              path={path === '' ? name : `${path}.${name}`}
              level={level + 1}
              secrets={secrets}
            />
          </li>
        ))}
      </ul>
      {shown.length < members.length && (
        <button type="button" class="button link" onClick={() => setAll(true)}>
          {t('stepsShowAllMembers', members.length)}
        </button>
      )}
    </>
  );
}

function Leaf({ json, path, secrets }: NodeProps): JSX.Element {
  const { revealed } = useStepsModel();
  const text = jsonText(json);
  const masked = secrets.has(path) && !revealed.value;
  return (
    <span class="json-leaf">
      <span class={typeof json === 'string' ? undefined : 'json-plain'}>
        <Value text={masked ? MASK : text} atFirst={TEXT_AT_FIRST} />
      </span>
      <CopyButton what={path === '' ? t('stepsTheValue') : path.slice(0, 80)} value={text} />
    </span>
  );
}
