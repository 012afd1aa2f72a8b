import fc from 'fast-check';

/** As much of a valibot schema as the schemas of flows consist of. */
interface Node {
  readonly kind: 'schema' | 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly requirement?: number;
  readonly options?: readonly (string | Node)[];
  readonly literal?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly value?: Node;
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
}

/**
 * Values of a schema's input, optional members present or absent. Fails for a kind of schema that it does not know.
 * @param texts for every free text
 */
export function arbitraryOf(schema: unknown, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const of = (node: Node): fc.Arbitrary<unknown> => {
    const least = node.pipe?.find(({ type }) => type === 'min_value')?.requirement;
    const most = node.pipe?.find(({ type }) => type === 'max_value')?.requirement;
    switch (node.type) {
      case 'string':
        return texts;
      case 'number':
        return fc.integer({ min: least ?? -1, max: Math.min(most ?? 1e6, Number.MAX_SAFE_INTEGER) });
      case 'boolean':
        return fc.boolean();
      case 'literal':
        return fc.constant(node.literal);
      case 'picklist':
        return fc.constantFrom(...(node.options ?? []));
      case 'variant':
      case 'union':
        return fc.oneof(...(node.options ?? []).map((option) => of(option as Node)));
      case 'array':
        return fc.array(of(node.item as Node), { maxLength: 2 });
      case 'tuple':
        return fc.tuple(...(node.items ?? []).map(of));
      case 'record':
        return fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), of(node.value as Node), { maxKeys: 2 });
      case 'object':
      case 'strict_object':
        return objectOf(node.entries ?? {});
      default:
        throw new Error(`no values are known for a schema of type ${node.type}`);
    }
  };
  const objectOf = (entries: Readonly<Record<string, Node>>): fc.Arbitrary<unknown> => {
    const isOptional = ({ type }: Node): boolean => type === 'exact_optional' || type === 'optional';
    const model = Object.entries(entries).map(
      ([name, node]) => [name, of(isOptional(node) ? (node.wrapped as Node) : node)] as const,
    );
    const requiredKeys = Object.keys(entries).filter((name) => !isOptional(entries[name] as Node));
    return fc.record(Object.fromEntries(model), { requiredKeys, noNullPrototype: true });
  };
  return of(schema as Node);
}
