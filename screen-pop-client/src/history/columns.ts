export const columns = [
  'started',
  'customer',
  'number',
  'queue',
  'agent',
  'wait',
  'talk',
  'outcome',
] as const;

export type Column = (typeof columns)[number];
