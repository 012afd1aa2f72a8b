import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isFailedHop } from '../../lib/flow/status.ts';
import type { TimelineRow } from '../../lib/flow/timeline.ts';
import { parametersOfUrl } from '../../lib/flow/tokens.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { ROLE_WORDS } from '../../lib/state/flow-words.ts';
import { formatDuration, formatExact } from '../../lib/state/format.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { cutText } from '../ui/cut-text.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { ParameterTable } from '../ui/parameter-table.tsx';

const LONGEST_PATH = 300;

/** One request and its answer; its number opens what it carried. */
export function HopRow({ row }: { readonly row: TimelineRow }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { number, hop, host, path, since, took } = row;
  return (
    <>
      <tr>
        <th scope="row" class="narrow">
          <button
            type="button"
            class="button quiet hop-toggle"
            aria-expanded={open}
            aria-label={`Hop ${number}`}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
            {number}
          </button>
        </th>
        <td class="narrow">{hop.method}</td>
        <td class="narrow">
          {hop.status ?? (hop.error === undefined ? '…' : isFailedHop(hop) ? <Failed /> : 'stopped')}
        </td>
        <td class="hop-place">
          <bdi>{makeVisible(cutText(`${host}${path}`, LONGEST_PATH))}</bdi>
          <span class="only-narrow muted">{ROLE_WORDS[hop.role]}</span>
        </td>
        <td class="number" title={formatExact(hop.at)}>
          {formatDuration(since)}
        </td>
        <td class="number only-wide">{took === undefined ? '–' : formatDuration(took)}</td>
        <td class="only-wide">{ROLE_WORDS[hop.role]}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7} class="hop-more">
            <HopMore row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

function Failed(): JSX.Element {
  return (
    <span class="tone-error">
      <Icon name="failed" /> no answer
    </span>
  );
}

function HopMore({ row: { number, hop, took } }: { readonly row: TimelineRow }): JSX.Element {
  return (
    <div class="stack">
      <dl class="facts">
        <dt>URL</dt>
        <dd>
          <CopyableValue what={`URL of hop ${number}`} text={hop.url} />
        </dd>
        <dt>Times</dt>
        <dd>
          {formatExact(hop.at)}
          {took !== undefined && `, answered after ${formatDuration(took)}`}
        </dd>
        {hop.location !== undefined && (
          <>
            <dt>Location</dt>
            <dd>
              <CopyableValue what={`Location of hop ${number}`} text={hop.location} />
            </dd>
          </>
        )}
        <dt>Came by</dt>
        <dd>
          {hop.cause === 'redirect' ? 'a redirect' : hop.cause === 'page' ? 'the page itself' : 'the start'}
        </dd>
      </dl>
      {hop.error !== undefined && isFailedHop(hop) && (
        <Note tone="error">
          The browser got no answer: {hop.error}. Check that something listens at this address.
        </Note>
      )}
      {hop.body?.truncated && <Note tone="warning">The body was longer than is kept, and was cut.</Note>}
      <ParameterTable label={`Parameters of hop ${number}`} parameters={parametersOfUrl(hop.url, hop.body)} />
    </div>
  );
}
