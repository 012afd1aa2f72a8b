import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Callback } from '../../flow/types.ts';
import type { Release } from '../../messaging/hold-protocol.ts';
import type { Aliases } from '../../oauth/aliases.ts';
import type { Parameter } from '../../oauth/parameters.ts';
import { type EditedParameter, parameterDifferences } from '../../oauth/rewrite-callback.ts';
import { type Tampering, tamperCallback } from '../../oauth/tamper-callback.ts';

/** A line of the table of a held callback: what came, and what goes on in its place. */
export interface HoldRow {
  /** Undefined for an added parameter. */
  readonly came: Parameter | undefined;
  /** Undefined when it is left out. */
  readonly goes: EditedParameter | undefined;
  readonly differs: boolean;
}

/** The parameters of a held callback while they are edited. */
export interface HoldEdits {
  readonly rows: ReadonlySignal<readonly HoldRow[]>;
  /** How many parameters differ from what came. */
  readonly changes: ReadonlySignal<number>;
  setValue(row: number, value: string): void;
  setName(row: number, name: string): void;
  remove(row: number): void;
  restore(row: number): void;
  add(): void;
  /** Gives whether there was anything to tamper with. */
  tamper(tampering: Tampering): boolean;
  canTamper(tampering: Tampering): boolean;
  reset(): void;
  /** The order to release it as it stands. */
  release(): Release;
}

/** Begins with the parameters as they came. */
export function createHoldEdits({ response }: Callback, aliases: Aliases): HoldEdits {
  const came = response.parameters;
  const asCame = (): readonly EditedParameter[] =>
    came.map(({ name, value }, from) => ({ from, name, value }));
  const edited = signal(asCame());
  const rows = computed(() => [
    ...came.map((parameter, index): HoldRow => {
      const goes = edited.value.find(({ from }) => from === index);
      const same = goes?.name === parameter.name && goes.value === parameter.value;
      return { came: parameter, goes, differs: !same };
    }),
    ...edited.value
      .filter(({ from }) => from === undefined)
      .map((goes): HoldRow => ({ came: undefined, goes, differs: true })),
  ]);
  const changes = computed(() => rows.value.filter(({ differs }) => differs).length);
  const change = (row: number, next: Partial<EditedParameter>): void => {
    const goes = rows.peek()[row]?.goes;
    if (goes) edited.value = edited.peek().map((one) => (one === goes ? { ...one, ...next } : one));
  };
  return {
    rows,
    changes,
    setValue: (row, value) => change(row, { value }),
    setName: (row, name) => change(row, { name }),
    remove(row) {
      const goes = rows.peek()[row]?.goes;
      edited.value = edited.peek().filter((one) => one !== goes);
    },
    restore(row) {
      const original = asCame()[row];
      if (!original) return;
      edited.value = [...edited.peek().filter(({ from }) => from !== row), original].toSorted(byOrigin);
    },
    add() {
      edited.value = [...edited.peek(), { name: '', value: '' }];
    },
    tamper(tampering) {
      const next = tamperCallback(edited.peek(), tampering, aliases);
      if (next) edited.value = next;
      return next !== undefined;
    },
    canTamper: (tampering) => tamperCallback(edited.value, tampering, aliases) !== undefined,
    reset() {
      edited.value = asCame();
    },
    release() {
      const parameters = edited.peek().filter(({ from, name }) => from !== undefined || name !== '');
      if (parameterDifferences(came, parameters).length === 0) return { as: 'it was' };
      return { as: 'changed', parameters };
    },
  };
}

/** Those that came first, in their order; added ones after them. */
function byOrigin(a: EditedParameter, b: EditedParameter): number {
  return (a.from ?? Number.MAX_SAFE_INTEGER) - (b.from ?? Number.MAX_SAFE_INTEGER);
}
