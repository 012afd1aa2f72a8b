import { SCENARIOS, type Scenario } from '../../sandbox/scenarios.ts';

/** How the ids of each family of scenarios begin. Whatever begins otherwise belongs to `other`. */
const BEGINNINGS = {
  connectpay: 'connectpay-',
  leatherback: 'leatherback-',
  openid: 'openid-',
  via: 'lab-via-',
  channel: 'lab-channel-',
  bad: 'lab-bad-',
} as const;

export type Family = keyof typeof BEGINNINGS | 'other';

/** The scenarios of a family; every scenario belongs to exactly one. */
export function scenariosOf(family: Family): readonly Scenario[] {
  return SCENARIOS.filter(({ id }) => familyOf(id) === family);
}

function familyOf(id: string): Family {
  const names = Object.keys(BEGINNINGS) as (keyof typeof BEGINNINGS)[];
  return names.find((name) => id.startsWith(BEGINNINGS[name])) ?? 'other';
}
