import { ObpError } from './errors.ts';
import type { ObpUser } from './users.ts';
import { findView, isCustomViewId, type ObpView } from './views.ts';

/** Who may use which view of the account. */
export class AccountAccess {
  readonly #views = new Map<string, Set<string>>();
  readonly #holders = new Set<string>();

  /** Makes a user a holder of the account, who owns it for good. */
  addHolder({ user_id }: ObpUser): void {
    this.#holders.add(user_id);
    this.#viewsOf(user_id).add('owner');
  }

  has({ user_id }: ObpUser, viewId: string): boolean {
    return this.#viewsOf(user_id).has(viewId);
  }

  /** All views a user has. */
  viewsOf({ user_id }: ObpUser): ObpView[] {
    return [...this.#viewsOf(user_id)].flatMap((id) => findView(id) ?? []);
  }

  grant({ user_id }: ObpUser, view: ObpView): ObpView {
    if (view.isPublic) throw new ObpError(400, 'OBP-30063', `Current ViewId is ${view.id}`, 'OBP-00005');
    this.#viewsOf(user_id).add(view.id);
    return view;
  }

  revoke(user: ObpUser, view: ObpView): { revoked: true } {
    const detail = `Current ViewId is ${view.id}`;
    if (!this.has(user, view.id)) throw new ObpError(400, 'OBP-30064', detail, 'OBP-30065');
    if (view.id === 'owner' && this.#holders.has(user.user_id)) throw new ObpError(400, 'OBP-30064', detail);
    this.#viewsOf(user.user_id).delete(view.id);
    return { revoked: true };
  }

  #viewsOf(userId: string): Set<string> {
    const known = this.#views.get(userId);
    if (known !== undefined) return known;
    const none = new Set<string>();
    this.#views.set(userId, none);
    return none;
  }
}

/** The view that is to be granted or revoked. */
export function requireTarget(id: string, isSystem = !isCustomViewId(id)): ObpView {
  const view = isCustomViewId(id) === isSystem ? undefined : findView(id);
  if (view !== undefined) return view;
  throw new ObpError(400, isSystem ? 'OBP-30252' : 'OBP-30005', `Current ViewId is ${id}`);
}

/** Whether one of the source views lets its user grant or revoke the target. */
export function mayGrant(sources: readonly ObpView[], target: string): boolean {
  return sources.some((source) =>
    isCustomViewId(target) ? source.canGrantCustomViews : source.canGrantViews.includes(target),
  );
}
