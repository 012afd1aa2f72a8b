import type { JSX } from 'preact';
import { hostOfPattern } from '../../lib/providers/access-patterns.ts';
import { type MessageName, say } from '../../lib/state/say.ts';
import { joinPieces, maskPieces } from '../../lib/steps/pieces.ts';
import type { Piece } from '../../lib/steps/types.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import { Value } from '../ui/value.tsx';
import { missingPattern } from './has-access.ts';
import { useStepsModel } from './steps-context.ts';

const ENCODINGS = {
  none: 'stepsNoBody',
  form: 'stepsFormBody',
  json: 'stepsJsonBody',
} as const satisfies Record<string, MessageName>;

/** The request exactly as it goes, secrets masked until revealed. */
export function RequestPreview(): JSX.Element | null {
  const model = useStepsModel();
  const { request, problems } = model.built.value;
  if (!request) return null;
  const show = (pieces: readonly Piece[]): string =>
    model.revealed.value ? joinPieces(pieces) : maskPieces(pieces);
  const whole = problems.filter(({ field }) => field === '');
  const lines = [
    `${request.method} ${show(request.url)}`,
    ...request.headers.map(({ name, value }) => `${name}: ${show(value)}`),
    ...(request.body ? ['', show(request.body)] : []),
  ];
  const reveal = (
    <Switch
      label={say('stepsShowSecrets')}
      checked={model.revealed.value}
      onChange={(on) => {
        model.revealed.value = on;
      }}
    />
  );
  return (
    <Section title={say('uiRequestAsItGoes')} actions={reveal}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text must be scrolled by keyboard */}
      <pre class="object-json step-preview" tabIndex={0}>
        <Value multiline text={lines.join('\n')} />
      </pre>
      <p class="muted">
        {say(ENCODINGS[request.encoding])} {say('stepsNoCookies')}
      </p>
      {whole.map(({ code, message, remedy }) => (
        <Note key={code} tone="error">
          {message} {remedy}
        </Note>
      ))}
      <MissingAccess url={joinPieces(request.url)} />
    </Section>
  );
}

function MissingAccess({ url }: { readonly url: string }): JSX.Element | null {
  const { access } = useServices();
  const pattern = missingPattern(url, useAppModel().access.value);
  if (pattern === undefined) return null;
  const host = hostOfPattern(pattern);
  return (
    <Note tone="warning" word={say('uiNoAccessYet')}>
      {say('uiNoAccessCors', host)}
      <div class="row-actions">
        <button type="button" class="button access-allow" onClick={() => void access.request([pattern])}>
          {say('uiAllowAccessTo', host)}
        </button>
      </div>
    </Note>
  );
}
