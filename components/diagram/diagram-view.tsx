import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { writeMermaid } from '../../lib/export/mermaid.ts';
import { outcomeText } from '../../lib/export/outcome-text.ts';
import { redact } from '../../lib/export/redact.ts';
import { sequenceOf } from '../../lib/export/sequence.ts';
import { sequenceLabels, sequenceTitle } from '../../lib/export/sequence-labels.ts';
import { type Density, layOut } from '../../lib/export/sequence-layout.ts';
import { writeSvg } from '../../lib/export/sequence-svg.ts';
import { shorten } from '../../lib/export/shorten.ts';
import { outcomeOf } from '../../lib/flow/outcome.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { outcomeLabel } from '../../lib/state/flows/outcome-label.ts';
import { useCatalogue } from '../app/services.ts';
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

/** UTF-16 units of any text that are looked at: of hosts, paths and names of parameters only the beginning is drawn. */
const LONGEST_TEXT = 4_000;

interface DiagramViewProps {
  readonly flow: Flow;
  /** Told of the hop, from 1, whose message was pressed. */
  readonly onHop: (hop: number) => void;
}

/** Height of the part below which each message gets one line, in CSS pixels. */
const SHORT = 320;

/** Who sent what to whom, as a picture and in words; and how long each hop took. */
export function DiagramView({ flow, onHop }: DiagramViewProps): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [density, setDensity] = useState<Density>('full');
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return;
    const part = element.closest('.flow-view') ?? element;
    const measure = (): void => {
      setWidth(element.clientWidth);
      setDensity(part.clientHeight < SHORT ? 'compact' : 'full');
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(part);
    return () => observer.disconnect();
  }, []);
  // A path may carry a secret too, and the picture is made to be shared.
  const diagram = useMemo(() => sequenceOf(redact(shorten(flow, LONGEST_TEXT))), [flow]);
  const words = useMemo(() => sequenceLabels(diagram), [diagram]);
  const drawing = useMemo(() => layOut(diagram, width, density), [diagram, width, density]);
  if (diagram.messages.length === 0) {
    return <EmptyState title={t('diagramNothing')}>{t('diagramNothingWhy')}</EmptyState>;
  }
  const outcome = outcomeOf(flow);
  const short = (text: string): string => makeVisible(text.slice(0, LONGEST_OUTCOME));
  const provider = profileById(useCatalogue(), flow.profileId).name;
  const description = words.join(' ');
  const whole = () => layOut(diagram, COPIED_WIDTH);
  return (
    <>
      <Section
        title={t('diagramSequence')}
        actions={
          <>
            <CopyTextButton
              label={t('diagramCopySvg')}
              text={async () =>
                writeSvg(whole(), sequenceTitle(provider, short(outcomeText(outcome))), description)
              }
            />
            <CopyPicture draw={whole} />
            <CopyTextButton label={t('diagramCopyMermaid')} text={async () => writeMermaid(diagram)} />
          </>
        }
      >
        <p class="muted">{t('diagramNamesOnly')}</p>
        <div ref={holder} class="diagram-holder">
          {width > 0 && (
            <DiagramPicture
              drawing={drawing}
              title={t('diagramTitle', provider, short(outcomeLabel(outcome)))}
              description={description}
              onHop={onHop}
            />
          )}
        </div>
        <details class="diagram-words">
          <summary>{t('diagramInWords')}</summary>
          <ol aria-label={t('diagramWords')}>
            {words.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ol>
        </details>
      </Section>
      <Section title={t('diagramWaterfall')}>
        <Waterfall flow={flow} />
      </Section>
    </>
  );
}
