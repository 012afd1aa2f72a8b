import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MissingHost } from '../../lib/state/missing-access.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';

const ALL_SITES = ['<all_urls>'];

/** Asks the browser for every site. */
export function AllowAllSites(): JSX.Element {
  return <AllowButton label="Allow all sites" patterns={ALL_SITES} />;
}

/** Says which hosts could not be seen and offers to ask for them. */
export function AllowHosts({ hosts }: { readonly hosts: readonly MissingHost[] }): JSX.Element | null {
  if (hosts.length === 0) return null;
  return (
    <Note tone="info" word="Access">
      Grantscope may not see {hosts.map(({ host }) => host).join(' and ')}, so hops, methods and statuses
      there are missing. Allow it, then sign in again.
      <span class="row-actions allow">
        {hosts.map(({ host, patterns }) => (
          <AllowButton key={host} label={`Allow access to ${host}`} patterns={patterns} />
        ))}
        <AllowAllSites />
      </span>
    </Note>
  );
}

interface AllowButtonProps {
  readonly label: string;
  readonly patterns: readonly string[];
}

function AllowButton({ label, patterns }: AllowButtonProps): JSX.Element {
  const { access } = useServices();
  const [said, setSaid] = useState('');
  const ask = (): void => {
    access.request(patterns).then(
      (granted) => {
        const refused = access.elsewhere
          ? 'Allow it in the workbench, which opened in a tab.'
          : 'Not allowed; you can ask again.';
        setSaid(granted ? 'Allowed.' : refused);
      },
      () => setSaid('The browser could not ask. Allow the site in the extension’s own settings instead.'),
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={ask}>
        {label}
      </button>
      <span aria-live="polite">{said}</span>
    </>
  );
}
