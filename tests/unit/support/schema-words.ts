interface Node {
  readonly type?: string;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly value?: Node;
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
}

/** Every text that a valibot schema enumerates, at any depth. */
export function wordsOfSchema(schema: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (node: Node | undefined): void => {
    if (!node) return;
    if (node.type === 'picklist') for (const option of node.options ?? []) words.add(String(option));
    else for (const option of node.options ?? []) visit(option as Node);
    if (node.type === 'literal' && typeof node.literal === 'string') words.add(node.literal);
    for (const entry of Object.values(node.entries ?? {})) visit(entry);
    for (const part of node.items ?? []) visit(part);
    const [first, ...actions] = node.pipe ?? [];
    if (first !== node) visit(first);
    for (const action of actions) visit(action);
    visit(node.item);
    visit(node.value);
    visit(node.wrapped);
  };
  visit(schema as Node);
  return words;
}
