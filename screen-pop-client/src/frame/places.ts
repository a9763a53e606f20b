import type { Me } from '../link/wire';

export type Place = 'desk' | 'floor' | 'history' | 'customers' | 'cases' | 'check' | 'switchroom';

/** Where this person has something to do, the first one being where the day begins. */
export function places(me: Me): readonly Place[] {
  const found: Place[] = [];
  if (me.roles.includes('agent')) {
    found.push('desk');
  }
  if (me.roles.some((role) => role !== 'agent')) {
    found.push('floor');
  }
  found.push('history', 'customers', 'cases');
  if (me.roles.some((role) => role === 'administrator' || role === 'manager')) {
    found.push('check');
  }
  if (me.roles.includes('administrator')) {
    found.push('switchroom');
  }
  return found;
}

/** The rooms behind a place belong to it. */
const rooms: Readonly<Record<string, Place>> = {
  quality: 'customers',
  imports: 'customers',
  definitions: 'customers',
};

/** The place that an address is in. */
export function placeOf(address: string): string {
  const first = address.split('/')[1] ?? '';
  return rooms[first] ?? first;
}
