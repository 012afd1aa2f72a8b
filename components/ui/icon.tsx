import type { JSX } from 'preact';

/** Outlines in a square of sixteen. */
const PATHS = {
  back: 'M9.5 3.5 5 8l4.5 4.5M5 8h8',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  check: 'm3.5 8.5 3 3 6-7',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-right': 'm6 4 4 4-4 4',
  clear: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M3.600 3.600l8.800 8.800',
  close: 'm4 4 8 8m0-8-8 8',
  compare: 'M8 2v12M2.500 4.500h3.500v7H2.500zM10 4.500h3.500v7H10z',
  completed: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M5.2 8.2l2 2 3.6-4.2',
  copy: 'M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2',
  missed: 'M3 3l10 10M5 6.5a3 3 0 0 1 5.8-1M11 8c-.3 1.4-2 1.8-2 3.6a1.8 1.8 0 0 1-3 1.2',
  external: 'M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.3 3.7 7.5 8.5',
  failed: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M5.8 5.8l4.4 4.4m0-4.4-4.4 4.4',
  frame: 'M2.5 3.5h11v9h-11zM5 6h6v4H5z',
  held: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M6.4 5.7v4.6M9.6 5.7v4.6',
  info: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 7.3v3.6M8 5v.1',
  launch: 'M5 3.5v9l7-4.5z',
  more: 'M8 3.500v.1M8 8v.1M8 12.500v.1',
  open: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.8V8l2.2 1.6',
  import: 'M8 2.5v7m-3-3 3 3 3-3M3 11v2.500h10V11',
  export: 'M8 9.500v-7m-3 3 3-3 3 3M3 11v2.500h10V11',
  history: 'M3 8a5 5 0 1 0 1.600-3.700M3 3v2.500h2.500M8 5.300V8l1.900 1.300',
  paste: 'M6 3.500H4v10h8v-10h-2M6 2.500h4v2H6z',
  phone: 'M5 2h6v12H5zM7.300 12h1.400',
  pin: 'M6 2.500h4M6.700 2.500v4L5 8.800h6L9.300 6.500v-4M8 8.800v4.700',
  popup: 'M2.5 5.5h8v8h-8zM5.5 5.5v-3h8v8h-3',
  private:
    'M2.5 7.5h11M4.5 7.5l1-4h5l1 4M3.5 11a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 0 0-3.2 0m5.8 0a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 0 0-3.2 0m-2.6 0h2.6',
  abandoned: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M5.2 8h5.6',
  unseen: 'M2 8s2.2-3.8 6-3.8S14 8 14 8s-2.2 3.8-6 3.8S2 8 2 8m1-5.500 10 11',
  webhook: 'M3 8h7m-2.500-3L10.500 8l-3 3M13 3.500v9',
  warning: 'M8 2.2 14.2 13H1.800zM8 6.3v3M8 11.1v.1',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof PATHS;

/** A decorative icon; a word beside it always says the same. */
export function Icon({ name, tone }: { name: IconName; tone?: string | undefined }): JSX.Element {
  return (
    <svg class={tone ? `icon tone-${tone}` : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
