import type { ClientAuthentication, StepField, StepRequest, StepSpec } from '../providers/step-types.ts';
import { type ClientPart, clientPart } from './authenticate-client.ts';
import { buildUrl } from './build-url.ts';
import { checkField } from './check-field.ts';
import { checkHeaders } from './check-headers.ts';
import { activeFields, fieldKey } from './field-key.ts';
import { formEncode } from './form-encode.ts';
import { jsonBody } from './json-body.ts';
import type { BuiltHeader, BuiltRequest, StepProblem, TemplateSegment } from './types.ts';

export interface RequestInput {
  readonly step: StepSpec;
  /** As typed, by {@link fieldKey}. */
  readonly values: Readonly<Record<string, string>>;
  /** Base URLs by the names that the step uses. */
  readonly bases: Readonly<Record<string, string>>;
  readonly authentication?: ClientAuthentication | undefined;
  /** The signed client assertion, where the authentication has one. */
  readonly assertion?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface BuildResult {
  /** Absent when the step sends nothing. It is there with problems too, to be looked at. */
  readonly request?: BuiltRequest;
  readonly problems: readonly StepProblem[];
}

const TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const;

/** The request of a step exactly as it goes, and everything that is wrong with it. Never throws. */
export function buildRequest({
  step,
  values,
  bases,
  authentication,
  assertion,
  now,
}: RequestInput): BuildResult {
  const fields = activeFields(step, authentication);
  const otherValue = (name: string): string => {
    const field = fields.find((one) => one.name === name);
    return field ? (values[fieldKey(field)] ?? '') : '';
  };
  const checked = fields.flatMap((field) =>
    checkField(field, values[fieldKey(field)] ?? '', { now, otherValue }),
  );
  if (!step.request) return { problems: checked };
  const { method, url: template, encoding } = step.request;
  const { url, problems } = buildUrl({ template, fields, values, bases });
  const client = clientPart(authentication, fields, values, assertion);
  const headers = headersOf(step.request, fields, values, client);
  const body = bodyOf(encoding, fields, values, client);
  const request: BuiltRequest = { method, url, headers, encoding, ...(body ? { body } : {}) };
  return { request, problems: [...problems, ...checked, ...checkHeaders(fields), ...checkMethod(request)] };
}

function headersOf(
  { encoding }: StepRequest,
  fields: readonly StepField[],
  values: Readonly<Record<string, string>>,
  client: ClientPart,
): readonly BuiltHeader[] {
  const own = fields.flatMap((field): readonly BuiltHeader[] => {
    const value = values[fieldKey(field)] ?? '';
    if (field.in !== 'header' || value === '') return [];
    const prefix = field.prefix ? [{ text: field.prefix }] : [];
    return [
      {
        name: field.name,
        value: [...prefix, { text: value, ...(field.secret ? { secret: true } : {}) }],
      },
    ];
  });
  const given: readonly BuiltHeader[] = [
    { name: 'Accept', value: [{ text: 'application/json' }] },
    ...(client.header ? [client.header] : []),
    ...(encoding === 'none' ? [] : [{ name: 'Content-Type', value: [{ text: TYPES[encoding] }] }]),
  ];
  const isOwn = ({ name }: BuiltHeader): boolean =>
    own.some((header) => header.name.toLowerCase() === name.toLowerCase());
  return [...given.filter((header) => !isOwn(header)), ...own];
}

function bodyOf(
  encoding: StepRequest['encoding'],
  fields: readonly StepField[],
  values: Readonly<Record<string, string>>,
  client: ClientPart,
): readonly TemplateSegment[] | undefined {
  if (encoding === 'none') return undefined;
  if (encoding === 'json') {
    const added = client.fields.map(({ field }) => ({ ...field, in: 'json' as const }));
    const addedValues = client.fields.map(({ field, value }) => [`json ${field.name}`, value] as const);
    return jsonBody([...fields, ...added], { ...values, ...Object.fromEntries(addedValues) });
  }
  const own = fields
    .filter((field) => field.in === 'form')
    .map((field) => ({ field, value: values[fieldKey(field)] ?? '' }));
  const sent = [...own, ...client.fields].filter(({ value }) => value !== '');
  return sent.flatMap(({ field, value }, index) => [
    { text: `${index === 0 ? '' : '&'}${formEncode(field.name)}=` },
    { text: formEncode((field.prefix ?? '') + value), ...(field.secret ? { secret: true } : {}) },
  ]);
}

function checkMethod({ method, body }: BuiltRequest): readonly StepProblem[] {
  if (method !== 'GET' || body === undefined) return [];
  return [
    {
      field: '',
      code: 'body-not-allowed',
      message: 'A GET request cannot carry a body here.',
      remedy: 'Change the method of this step, or its encoding to none (RFC 9110 section 9.3.1).',
      severity: 'fatal',
    },
  ];
}
