import { Component, type ComponentChildren, type JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { EmptyState } from './empty-state.tsx';

interface Props {
  /** What cannot be shown, in a word or two. */
  readonly what: string;
  readonly children: ComponentChildren;
}

interface State {
  readonly reason?: string | undefined;
}

/** Turns a mistake of ours into a sentence, and leaves the rest of the page working. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static override getDerivedStateFromError(error: unknown): State {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render(): JSX.Element {
    const { what, children } = this.props;
    const { reason } = this.state;
    if (reason === undefined) return <>{children}</>;
    return (
      <EmptyState
        title={t('uiCannotBeShown', what)}
        actions={
          <button type="button" class="button" onClick={() => this.setState({ reason: undefined })}>
            {t('wordTryAgain')}
          </button>
        }
      >
        {t('uiOwnMistake', reason)}
      </EmptyState>
    );
  }
}
