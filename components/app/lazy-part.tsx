import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Note } from '../ui/note.tsx';

/** A component that is loaded when it is first shown, so that the page itself starts without it. */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element | null {
  let loaded: ComponentType<P> | undefined;
  return function LazyPart(props: P): JSX.Element | null {
    const [, setReady] = useState(loaded !== undefined);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded) return;
      load().then(
        (component) => {
          loaded = component;
          setReady(true);
        },
        () => setFailed(true),
      );
    }, []);
    if (failed) {
      return <Note tone="error">{t('appPartNotLoaded')}</Note>;
    }
    const Component = loaded;
    return Component ? <Component {...props} /> : null;
  };
}
