import type { CasePriority } from './wire';

export const priorities: readonly CasePriority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
