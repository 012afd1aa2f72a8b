import type { StepField } from '../providers/step-types.ts';
import { membersOf } from './check-field.ts';
import { fieldKey } from './field-key.ts';
import type { TemplateSegment } from './types.ts';

/** A leaf is finished JSON text; a branch keeps the order in which its members were named. */
type Node = TemplateSegment | Map<string, Node>;

/** A number that may pick a member of a list. */
const INDEX = /^(?:0|[1-9]\d{0,3})$/;

/**
 * A JSON object of dotted paths (`Data.Permissions`, `clientReferences.0.clientReference`), indented by two spaces, in
 * the order of its fields. Empty fields are left out; a body without any is `{}`.
 */
export function jsonBody(
  fields: readonly StepField[],
  values: Readonly<Record<string, string>>,
): readonly TemplateSegment[] {
  const root = new Map<string, Node>();
  for (const field of fields) {
    const value = values[fieldKey(field)] ?? '';
    if (field.in !== 'json' || value === '') continue;
    put(root, field.name.split('.'), {
      text: leafText(field, value),
      ...(field.secret ? { secret: true } : {}),
    });
  }
  return write(root, '');
}

function put(root: Map<string, Node>, path: readonly string[], leaf: TemplateSegment): void {
  let branch = root;
  for (const name of path.slice(0, -1)) {
    const known = branch.get(name);
    const next = known instanceof Map ? known : new Map<string, Node>();
    branch.set(name, next);
    branch = next;
  }
  branch.set(path.at(-1) ?? '', leaf);
}

function leafText({ type, prefix = '' }: StepField, value: string): string {
  if (type === 'number' || type === 'boolean') return value;
  if (type === 'json') return value.trim();
  if (type === 'list') return JSON.stringify(membersOf(value));
  return JSON.stringify(prefix + value);
}

function write(node: Node, indent: string): readonly TemplateSegment[] {
  if (!(node instanceof Map)) return [node];
  const inner = `${indent}  `;
  const isList = node.size > 0 && [...node.keys()].every((name) => INDEX.test(name));
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (node.size === 0) return [{ text: '{}' }];
  const members = [...node].sort(([one], [other]) => (isList ? Number(one) - Number(other) : 0));
  return [
    { text: open },
    ...members.flatMap(([name, child], index) => [
      { text: `${index === 0 ? '' : ','}\n${inner}${isList ? '' : `${JSON.stringify(name)}: `}` },
      ...write(child, inner),
    ]),
    { text: `\n${indent}${close}` },
  ];
}
