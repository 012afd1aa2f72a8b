/** A node of a parsed source; offsets are UTF-16 units from the beginning of the file. */
export interface Tree {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** What a member holds: one node, several or none. */
export function nodesIn(value: unknown): readonly Tree[] {
  return (Array.isArray(value) ? value : [value]).filter(isTree);
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
