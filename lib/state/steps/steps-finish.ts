import { buildRequest, type RequestInput } from '../../calls/build-request.ts';
import { signAssertion } from '../../calls/client-assertion.ts';
import { joinSegments } from '../../calls/segments.ts';
import type { BuiltRequest } from '../../calls/types.ts';
import { t } from '../../i18n/t.ts';
import { JWS_ALGORITHMS } from '../../jwt/algorithms.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { ClientAuthentication } from '../../providers/step-types.ts';

/** What is needed to finish a request. */
export interface FinishContext {
  readonly input: RequestInput;
  /** The key that signs client assertions. */
  readonly key: KeyRecord | undefined;
  readonly newId: () => string;
}

const noKey = (): Failure => ({
  code: 'no-signing-key',
  message: t('stepsNoKey'),
  remedy: t('stepsNoKeyRemedy'),
});

const noRequest = (): Failure => ({
  code: 'no-request',
  message: t('stepsNoRequest'),
  remedy: t('stepsNoRequestRemedy'),
});

/** Keys that can sign a client assertion with `private_key_jwt`. */
export function signersFor(keys: readonly KeyRecord[]): readonly KeyRecord[] {
  return keys.filter(
    ({ privateKey, algorithm }) =>
      privateKey?.usages.includes('sign') === true && Object.hasOwn(JWS_ALGORITHMS, algorithm),
  );
}

/** The request as it goes, client assertion signed. Rejects with the reason why it cannot be made. */
export async function finishRequest({ input, key, newId }: FinishContext): Promise<BuiltRequest> {
  const draft = buildRequest(input);
  const fatal = draft.problems.find(({ severity }) => severity === 'fatal');
  if (fatal) throw CodedError.of(fatal);
  if (!draft.request) throw CodedError.of(noRequest());
  if (!needsAssertion(input.authentication)) return draft.request;
  const assertion = await sign(input, joinSegments(draft.request.url), key, newId());
  return buildRequest({ ...input, assertion }).request ?? draft.request;
}

function needsAssertion(authentication: ClientAuthentication | undefined): boolean {
  return authentication === 'private_key_jwt' || authentication === 'client_secret_jwt';
}

/** The audience is the endpoint that is called, unless the step has a field for it. */
async function sign(
  { values, authentication, now }: RequestInput,
  url: string,
  key: KeyRecord | undefined,
  id: string,
): Promise<string> {
  const facts = {
    clientId: values['client client_id'] ?? '',
    audience: values['client aud'] || (url.split('?')[0] ?? url),
    now: Math.floor(now / 1_000),
    id,
  };
  if (authentication === 'client_secret_jwt') {
    const secret = new TextEncoder().encode(values['client client_secret'] ?? '');
    return signAssertion(facts, { alg: 'HS256' }, secret);
  }
  if (!key?.privateKey) throw CodedError.of(noKey());
  return signAssertion(facts, { alg: key.algorithm, kid: key.kid }, key.privateKey);
}
