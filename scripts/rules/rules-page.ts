import { CONFORMANCE_PROFILES, type ConformanceProfile, RULES, type Rule } from '../../lib/index.ts';

const FAMILIES: readonly (readonly [prefix: string, name: string])[] = [
  ['AR', 'Authorize request'],
  ['RO', 'Request object and pushed request'],
  ['CB', 'Callback'],
  ['CK', 'Cookies'],
  ['LO', 'Logout'],
  ['JW', 'Tokens'],
  ['TK', 'Calls to a token endpoint'],
  ['LB', 'Leatherback'],
  ['CP', 'ConnectPay'],
  ['FA', 'finAPI'],
  ['DA', 'OBP DAuth'],
];

const GATE_WORDS: Readonly<Record<ConformanceProfile, string>> = {
  base: 'every flow',
  oidc: 'OpenID Connect: `scope` has `openid`, or an id_token, a nonce or claims are used',
  jar: 'a request object or `request_uri` is sent',
  par: 'a pushed request (`urn:` in `request_uri`)',
  fapi1: 'FAPI 1.0 Advanced, by the profile or your choice',
  fapi2: 'FAPI 2.0 Security Profile, by the profile or your choice',
  obuk: 'Open Banking UK, by the profile or your choice',
  provider: 'the provider’s own documents',
};

const SEVERITIES = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** The page that documents every rule, as Markdown. */
export function rulesPage(): string {
  return [
    '# Rules',
    '',
    `Grantscope evaluates every flow by ${RULES.length} rules. Each names what must hold, who says so, and when it applies. How`,
    'findings are shown, ignored and evaluated otherwise is in [findings.md](findings.md).',
    '',
    'This page is written from the rules themselves by `npm run rules`.',
    '',
    '## When a rule applies',
    '',
    '| gate | opens for | rules |',
    '| --- | --- | --- |',
    ...CONFORMANCE_PROFILES.map((gate) => `| ${gate} | ${GATE_WORDS[gate]} | ${count(gate)} |`),
    '',
    ...FAMILIES.flatMap(([prefix, name]) => familySection(prefix, name)),
  ].join('\n');
}

function count(gate: ConformanceProfile): number {
  return RULES.filter((rule) => [rule.gate].flat().includes(gate)).length;
}

function familySection(prefix: string, name: string): readonly string[] {
  const rules = RULES.filter(({ id }) => id.startsWith(prefix)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return rules.length === 0 ? [] : [`## ${prefix}: ${name}`, '', ...rules.flatMap(ruleSection)];
}

function ruleSection({ id, title, severity, gate, source }: Rule): readonly string[] {
  return [
    `### ${id}`,
    '',
    title,
    '',
    `${SEVERITIES[severity]} · ${[gate].flat().join(', ')} · ${source}`,
    '',
  ];
}
