import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { writeMermaid } from '../../lib/export/mermaid.ts';
import { redact } from '../../lib/export/redact.ts';
import { sequenceOf } from '../../lib/export/sequence.ts';
import { layOut } from '../../lib/export/sequence-layout.ts';
import { writeSvg } from '../../lib/export/sequence-svg.ts';
import { sequenceWords } from '../../lib/export/sequence-words.ts';
import { outcomeOf } from '../../lib/flow/outcome.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { CopyPicture } from './copy-picture.tsx';
import { DiagramPicture } from './diagram-picture.tsx';
import './diagram.css';
import { Waterfall } from './waterfall.tsx';

/** Width of a copied picture, in CSS pixels. */
const COPIED_WIDTH = 800;

const LONGEST_OUTCOME = 60;

/** Who sent what to whom, as a picture and in words; and how long each hop took. */
export function DiagramView({ flow }: { readonly flow: Flow }): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // A path may carry a secret too, and the picture is made to be shared.
  const diagram = useMemo(() => sequenceOf(redact(flow)), [flow]);
  const words = useMemo(() => sequenceWords(diagram), [diagram]);
  const drawing = useMemo(() => layOut(diagram, width), [diagram, width]);
  if (diagram.messages.length === 0) {
    return (
      <EmptyState title="Nothing to draw yet">
        Neither a hop nor a callback was seen. Allow access to the hosts above, then sign in again.
      </EmptyState>
    );
  }
  const outcome = makeVisible(outcomeOf(flow).slice(0, LONGEST_OUTCOME));
  const title = `Sequence diagram: ${profileById(flow.profileId).name}, ${outcome}`;
  const description = words.join(' ');
  const whole = () => layOut(diagram, COPIED_WIDTH);
  return (
    <>
      <Section
        title="Sequence"
        actions={
          <>
            <CopyTextButton label="Copy SVG" text={async () => writeSvg(whole(), title, description)} />
            <CopyPicture draw={whole} />
            <CopyTextButton label="Copy Mermaid" text={async () => writeMermaid(diagram)} />
          </>
        }
      >
        <p class="muted">Names of parameters only, no values.</p>
        <div ref={holder} class="diagram-holder">
          {width > 0 && <DiagramPicture drawing={drawing} title={title} description={description} />}
        </div>
        <details class="diagram-words">
          <summary>The same in words</summary>
          <ol aria-label="Sequence in words">
            {words.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ol>
        </details>
      </Section>
      <Section title="Waterfall">
        <Waterfall flow={flow} />
      </Section>
    </>
  );
}
