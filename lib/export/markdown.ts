import { cookieJourney } from '../flow/cookies/cookie-journey.ts';
import { outcomeOf } from '../flow/outcome.ts';
import { statusOf } from '../flow/outcome-types.ts';
import type { Flow, Hop } from '../flow/types.ts';
import type { JsonObject } from '../jwt/types.ts';
import { type Catalogue, profileById } from '../providers/catalogue.ts';
import type { Finding } from '../rules/types.ts';
import type { EvaluatedFlow, ExportInput } from './export-types.ts';
import { codeSpan } from './markdown-text.ts';
import { writeMermaid } from './mermaid.ts';
import { outcomeText } from './outcome-text.ts';
import { sequenceOf } from './sequence.ts';

/**
 * A report for an issue tracker in CommonMark: what was sent, every hop, what came back, the findings with their sources,
 * and the diagram. Each captured text is a code span, so that no value can break out; there are no tables.
 */
export function writeMarkdown({ flows, version, now, redacted, catalogue }: ExportInput): string {
  const privacy = redacted
    ? 'Secrets are replaced by placeholders; the same value has the same placeholder.'
    : '**Not redacted: this report holds codes, tokens and other secrets.**';
  const head = ['# Authorization flow', `Written by Grantscope ${version} on ${dateTime(now)}. ${privacy}`];
  return `${[...head, ...flows.map((one, index) => report(one, index, catalogue))].join('\n\n')}\n`;
}

function report(
  { flow, findings, silenced = [] }: EvaluatedFlow,
  index: number,
  catalogue: Catalogue,
): string {
  return [
    `## Flow ${index + 1}: ${statusOf(outcomeOf(flow, findings))}`,
    facts(flow, findings, catalogue),
    findingsPart(findings, silenced),
    requestPart(flow),
    hopsPart(flow),
    callbackPart(flow),
    callsPart(flow),
    cookiesPart(flow),
    `### Diagram\n\n\`\`\`mermaid\n${writeMermaid(sequenceOf(flow))}\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function facts(flow: Flow, findings: readonly Finding[], catalogue: Catalogue): string {
  const took = flow.callback && flow.request ? [`- Took ${flow.callback.at - flow.startedAt} ms`] : [];
  return [
    `- Provider: ${codeSpan(profileById(catalogue, flow.profileId).name)}`,
    `- Outcome: ${codeSpan(outcomeText(outcomeOf(flow, findings)))}`,
    `- Started: ${dateTime(flow.startedAt)}`,
    ...took,
    ...(flow.marks.length > 0 ? [`- Seen: ${flow.marks.join(', ')}`] : []),
  ].join('\n');
}

function findingsPart(findings: readonly Finding[], silenced: readonly string[]): string {
  const unsaid =
    silenced.length === 0 ? '' : `\n\nSilenced for this profile: ${silenced.map(codeSpan).join(', ')}.`;
  if (findings.length === 0) return `### Findings\n\nNone.${unsaid}`;
  const lines = findings.map(({ rule, severity, message, remedy, source }) =>
    [
      `- ${severity} ${codeSpan(rule)}: ${codeSpan(message)}`,
      `  - Remedy: ${codeSpan(remedy)}`,
      `  - Source: ${codeSpan(source)}`,
    ].join('\n'),
  );
  return `### Findings\n\n${lines.join('\n')}${unsaid}`;
}

function requestPart({ request }: Flow): string {
  if (!request) return '### Authorize request\n\nIt was not seen.';
  const { requestObject } = request;
  const object = requestObject
    ? [
        '',
        'Request object, decoded, not verified:',
        '',
        ...claims(requestObject.header),
        ...claims(requestObject.payload),
      ]
    : [];
  return [
    '### Authorize request',
    '',
    `${codeSpan(request.method)} ${codeSpan(request.url)}`,
    '',
    ...parameters(request.parameters),
    ...object,
  ].join('\n');
}

function hopsPart({ hops, droppedHops }: Flow): string {
  const lines = hops.map((hop, index) => {
    const answer = hop.status ?? (hop.error === undefined ? 'no answer yet' : codeSpan(hop.error));
    const took = hop.respondedAt === undefined ? '' : ` after ${Math.max(hop.respondedAt - hop.at, 0)} ms`;
    const location = hop.location === undefined ? '' : `\n   - Location: ${codeSpan(hop.location)}`;
    return `${index + 1}. ${hop.role}: ${codeSpan(hop.method)} ${codeSpan(hop.url)} → ${answer}${took}${location}${withheld(hop)}`;
  });
  const more = droppedHops > 0 ? [`\n${droppedHops} more hops were not kept.`] : [];
  return ['### Hops', '', ...(lines.length === 0 ? ['None were seen.'] : lines), ...more].join('\n');
}

/** Fields of which only the names are recorded. */
function withheld({ body }: Hop): string {
  if (!body?.withheld?.length) return '';
  return `\n   - Fields without their values: ${body.withheld.map(({ name }) => codeSpan(name)).join(', ')}`;
}

function callbackPart({ callback }: Flow): string {
  if (!callback) return '### Callback\n\nNone.';
  const { response, delivery, recognition, method, url } = callback;
  const { jarm } = response;
  const token = jarm
    ? ['', 'Response token, decoded, not verified:', '', ...claims(jarm.header), ...claims(jarm.payload)]
    : [];
  return [
    '### Callback',
    '',
    `${codeSpan(method)} ${codeSpan(url)}`,
    '',
    `- Channel: ${response.channel}`,
    `- Recognised by: ${recognition}`,
    `- Delivery: ${delivery}`,
    ...parameters([...response.parameters, ...response.others]),
    ...token,
  ].join('\n');
}

function callsPart({ calls = [] }: Flow): string {
  if (calls.length === 0) return '';
  const lines = calls.map(({ name, method, url, status, elapsed, error, body }) => {
    const answer = status ?? codeSpan(error ?? 'no answer');
    const content = body === undefined ? '' : `\n  - Answer: ${codeSpan(body)}`;
    return `- ${codeSpan(name)}: ${codeSpan(method)} ${codeSpan(url)} → ${answer} after ${elapsed} ms${content}`;
  });
  return `### Calls\n\n${lines.join('\n')}`;
}

/** The journey of each cookie: what each hop did with it, and why it was withheld. */
function cookiesPart(flow: Flow): string {
  const rows = flow.cookies ? cookieJourney(flow, flow.cookies) : [];
  if (rows.length === 0) return '';
  const lines = rows.map(({ name, host, attributes, setBefore, refusedBefore, cells }) => {
    const sameSite = attributes ? ` SameSite ${attributes.sameSite ?? 'absent'};` : '';
    const steps = cells.flatMap(({ sent, why, predicted, setting, refusal }, index) => [
      ...(sent === undefined
        ? []
        : [`${sent ? 'sent' : `withheld (${why})`}${predicted ? ', predicted,' : ''} at hop ${index + 1}`]),
      ...(setting ? [`${setting}${refusal ? ` (${refusal})` : ''} at hop ${index + 1}`] : []),
    ]);
    const did = refusedBefore ? `refused (${refusedBefore})` : 'set';
    const before = setBefore === undefined ? [] : [`${did} before at ${codeSpan(setBefore)}`];
    return `- ${codeSpan(name)} of ${codeSpan(host)}:${sameSite} ${[...before, ...steps].join('; ')}`;
  });
  return `### Cookies\n\n${lines.join('\n')}`;
}

function parameters(list: readonly { readonly name: string; readonly value: string }[]): readonly string[] {
  return list.map(({ name, value }) => `- ${codeSpan(name)}: ${codeSpan(value)}`);
}

function claims(object: JsonObject | undefined): readonly string[] {
  return Object.entries(object ?? {}).map(([name, value]) => {
    return `- ${codeSpan(name)}: ${codeSpan(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`;
  });
}

function dateTime(at: number): string {
  return new Date(at).toISOString();
}
