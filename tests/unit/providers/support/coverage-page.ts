import { DAUTH_CLAIMS } from '../../../../lib/dauth/claims.ts';
import type { StepField, StepSpec } from '../../../../lib/providers/step-types.ts';
import type { ParameterSpec, Profile } from '../../../../lib/providers/types.ts';

/** Where the shape of each profile is exercised against its server. */
const SANDBOX: Readonly<Record<string, string>> = { oauth: 'lab' };

type Row = readonly string[];

/** The page with every endpoint and every parameter of every profile, and where it works. */
export function coveragePage(profiles: readonly Profile[]): string {
  const sections = profiles.map(sectionOf);
  const rows = sections.map(({ endpoints, parameters }) => [endpoints.length, parameters.length] as const);
  const sum = (index: 0 | 1): number => rows.reduce((total, row) => total + row[index], 0);
  const counts = profiles.map(({ name }, index) => [
    name,
    String(rows[index]?.[0] ?? 0),
    String(rows[index]?.[1] ?? 0),
  ]);
  return [
    '# Every endpoint and parameter, and where it works',
    '',
    'Written from the profiles by `tests/unit/providers/coverage.test.ts`; do not edit. Step ids are those of the Steps tab,',
    '“Request tab” is where authorize requests are built, “DAuth tab” where DAuth tokens are. `run-*.test.ts` runs each call',
    'against the sandbox, `samples.test.ts` compares it with the documents’ own samples, and `contradictions.test.ts` has what',
    'the documents contradict.',
    '',
    ...table(
      ['provider', 'endpoints', 'parameters and fields'],
      [...counts, ['all', String(sum(0)), String(sum(1))]],
    ),
    ...sections.flatMap(({ profile, endpoints, parameters }) => [
      '',
      `## ${profile.name}`,
      '',
      ...table(['step', 'kind', 'endpoint', 'gives', 'tested in'], endpoints),
      '',
      ...table(['parameter or field', 'where', 'required', 'checked before sending', 'works in'], parameters),
    ]),
    '',
  ].join('\n');
}

function sectionOf(profile: Profile): { profile: Profile; endpoints: Row[]; parameters: Row[] } {
  const steps = profile.steps ?? [];
  const server = `tests/sandbox/${SANDBOX[profile.id] ?? profile.id}`;
  const endpoints = steps.map((step) => [
    code(`${profile.id}/${step.id}`),
    step.kind,
    endpointOf(profile, step),
    step.gives.map(({ name }) => code(name)).join(', '),
    `${code(`run-${profile.id}.test.ts`)}, ${code(server)}`,
  ]);
  const parameters = [
    ...profile.parameters.map((spec) => parameterRow(spec)),
    ...(profile.id === 'obp' ? DAUTH_CLAIMS.map(claimRow) : []),
    ...steps.flatMap((step) => step.fields.map((field) => fieldRow(profile, step, field))),
  ];
  return { profile, endpoints, parameters };
}

/** The address at the first environment that documents it; `{name}` stands for what is filled in. */
function endpointOf({ environments }: Profile, { request, kind }: StepSpec): string {
  if (!request) return kind === 'callback' ? 'Flows tab' : 'Request tab';
  const url = request.url.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const documented = environments.slice(1).map(({ bases = {} }) => bases[name] ?? '');
    return documented.find((base) => base !== '') ?? whole;
  });
  const body = request.encoding === 'none' ? '' : `, ${request.encoding}`;
  return `${code(`${request.method} ${url}`)}${body}${request.dauth ? ', DAuth header' : ''}`;
}

function parameterRow({ name, place, required, checks, constraint }: ParameterSpec): Row {
  const where = place.in === 'query' ? 'query' : `request object, ${code(place.path.join('.'))}`;
  return [code(name), where, yesNo(required), checksOf(checks, constraint), 'Request tab'];
}

function claimRow({ name, required }: (typeof DAUTH_CLAIMS)[number]): Row {
  return [code(name), 'claim of the DAuth token', yesNo(required), 'rules DA01 to DA12', 'DAuth tab'];
}

function fieldRow({ id }: Profile, step: StepSpec, field: StepField): Row {
  const { name, required, checks, constraint } = field;
  return [code(name), field.in, yesNo(required), checksOf(checks, constraint), code(`${id}/${step.id}`)];
}

/** The kinds of check, or the constraint in words when there is none. */
function checksOf(checks: readonly { readonly kind: string }[], constraint: string): string {
  const kinds = [...new Set(checks.map(({ kind }) => kind))];
  return kinds.length > 0 ? kinds.join(', ') : `no more than: ${constraint.replaceAll('|', '\\|')}`;
}

const yesNo = (required: boolean): string => (required ? 'yes' : 'no');
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function table(head: Row, rows: readonly Row[]): string[] {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
