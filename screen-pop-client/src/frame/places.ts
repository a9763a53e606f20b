import type { Me } from '../link/wire';

export type Place = 'desk' | 'floor' | 'history' | 'check' | 'switchroom';

/** Where this person has something to do, the first one being where the day begins. */
export function places(me: Me): readonly Place[] {
  const found: Place[] = [];
  if (me.roles.includes('agent')) {
    found.push('desk');
  }
  if (me.roles.some((role) => role !== 'agent')) {
    found.push('floor');
  }
  found.push('history');
  if (me.roles.some((role) => role === 'administrator' || role === 'manager')) {
    found.push('check');
  }
  if (me.roles.includes('administrator')) {
    found.push('switchroom');
  }
  return found;
}
