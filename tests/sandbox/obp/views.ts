import { PERMISSIONS } from './permissions.ts';

/** The only bank and account of the sandbox: those of OBP's samples. */
export const BANK_ID = 'gh.29.uk';
export const ACCOUNT_ID = '8ca8a7e4-6d02-40e3-a129-0b2bf89de9f0';

/** What somebody with access sees of the account, and what access he may give to others. */
export interface ObpView {
  readonly id: string;
  readonly description: string;
  readonly isPublic: boolean;
  /** System views that a user of this view may grant and revoke. */
  readonly canGrantViews: readonly string[];
  readonly canGrantCustomViews: boolean;
}

/** What OBP's owner view may grant; some of these views no instance has unless it is told to. */
const OWNER_CAN_GRANT = [
  'owner',
  'auditor',
  'accountant',
  'firehose',
  'standard',
  'StageOne',
  'ManageCustomViews',
  'ReadAccountsBasic',
  'ReadAccountsDetail',
  'ReadBalances',
  'ReadTransactionsBasic',
  'ReadTransactionsDebits',
  'ReadTransactionsDetail',
] as const;

const owner = { isPublic: false, canGrantViews: OWNER_CAN_GRANT, canGrantCustomViews: true } as const;
const other = { isPublic: false, canGrantViews: [], canGrantCustomViews: false } as const;

const VIEWS: readonly ObpView[] = [
  { ...owner, id: 'owner', description: 'Everything, and who else has access' },
  { ...owner, id: 'standard', description: 'Everything, and who else has access' },
  { ...other, id: 'auditor', description: 'For auditors' },
  { ...other, id: 'accountant', description: 'For accountants' },
  { ...other, id: '_life', description: 'A custom view of this account' },
  {
    ...other,
    id: '_public',
    description: 'A public view, which this instance does not allow',
    isPublic: true,
  },
];

/** Finds a view, system or custom. */
export function findView(id: string): ObpView | undefined {
  return VIEWS.find((view) => view.id === id);
}

/** The ids of custom views start with an underscore, those of system views never do. */
export const isCustomViewId = (id: string): boolean => id.startsWith('_');

/** A view as version 3.0.0 and all later ones show it. */
export function viewJson({ id, description, isPublic }: ObpView): Record<string, string | boolean> {
  const isFull = id === 'owner' || id === 'standard';
  const flags = PERMISSIONS.map((name) => [name, isFull || /^can_(see|query)_/.test(name)] as const);
  return {
    id,
    short_name: id.replace(/^_/, ''),
    description,
    metadata_view: id,
    is_public: isPublic,
    is_system: !isCustomViewId(id),
    alias: '',
    hide_metadata_if_alias_used: false,
    ...Object.fromEntries(flags),
  };
}
