import type { JSX } from 'preact';
import { EmptyState } from '../ui/empty-state.tsx';
import { useAppModel } from './models.ts';

/** What the tabs without content will hold, and what serves meanwhile. */
const TABS = {
  steps: {
    title: 'Steps are not part of this version',
    text: 'This tab will run the HTTP calls around a redirect, such as creating a consent or exchanging the code. Until then, copy the code from the Flows tab into your own client, and read the tokens it gets in the Token tab.',
  },
} as const;

/** An honest placeholder for a tab. */
export function NotBuilt({ tab }: { readonly tab: keyof typeof TABS }): JSX.Element {
  const model = useAppModel();
  const { title, text } = TABS[tab];
  const openToken = (): void => {
    model.tab.value = 'token';
  };
  return (
    <EmptyState
      title={title}
      actions={
        <button type="button" class="button" onClick={openToken}>
          Open the Token tab
        </button>
      }
    >
      {text}
    </EmptyState>
  );
}
