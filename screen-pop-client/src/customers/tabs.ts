import type { Role } from '../link/wire';

export type Tab = 'customers' | 'quality' | 'imports' | 'definitions';

const manages = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'manager' || role === 'administrator');

/** Bringing in, taking out and defining is for managers; merging also for supervisors. */
export function tabsOf(roles: readonly Role[]): readonly Tab[] {
  if (manages(roles)) {
    return ['customers', 'quality', 'imports', 'definitions'];
  }
  return roles.includes('supervisor') ? ['customers', 'quality'] : ['customers'];
}

/** What people may do with customers. */
export const mayManage = manages;
export const mayMerge = (roles: readonly Role[]): boolean => manages(roles) || roles.includes('supervisor');
