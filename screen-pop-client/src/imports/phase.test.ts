import { describe, expect, it } from 'vitest';
import { canGoOn, isOfFile, phaseOf, rowsDone, wasTried } from './phase';
import type { ImportJob } from './wire';

const job: ImportJob = {
  id: 1,
  name: 'list.csv',
  format: 'CSV',
  bytes: 100,
  dryRun: false,
  state: 'UPLOADED',
  position: 0,
  totalRows: null,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  trouble: null,
  by: 'admin',
  madeAt: '2026-11-25T10:00:00Z',
  startedAt: null,
  endedAt: null,
  mapping: {
    encoding: 'UTF-8',
    delimiter: ',',
    header: true,
    sheet: 0,
    kind: 'PERSON',
    source: null,
    columns: [],
  },
};
const trouble = (reason: string) => ({ reason, row: null, detail: '' });

describe('what one can do with an import', () => {
  it.each([
    ['mapping', { state: 'UPLOADED' }],
    ['running', { state: 'RUNNING' }],
    ['running', { state: 'RUNNING', dryRun: true }],
    ['mapping', { state: 'DONE', dryRun: true, position: 9 }],
    ['mapping', { state: 'STOPPED', dryRun: true, position: 9 }],
    ['mapping', { state: 'FAILED', position: 0 }],
    ['ended', { state: 'FAILED', position: 9 }],
    ['ended', { state: 'STOPPED', position: 9 }],
    ['ended', { state: 'DONE', position: 9 }],
    ['ended', { state: 'DONE', position: 0 }],
  ] as const)('is %s for %o', (phase, some) => {
    expect(phaseOf({ ...job, ...some })).toBe(phase);
  });

  it('is to look at a trial until it is mapped otherwise', () => {
    expect(wasTried({ ...job, state: 'DONE', dryRun: true })).toBe(true);
    expect(wasTried({ ...job, state: 'RUNNING', dryRun: true })).toBe(false);
    expect(wasTried({ ...job, state: 'DONE' })).toBe(false);
    expect(wasTried(job)).toBe(false);
  });

  it('is to go on where somebody or something stopped it, but not behind what is wrong with the file', () => {
    const begun = { ...job, position: 9 } as const;
    expect(canGoOn({ ...begun, state: 'STOPPED' })).toBe(true);
    expect(canGoOn({ ...begun, state: 'STOPPED', trouble: trouble('server-ended') })).toBe(true);
    expect(canGoOn({ ...begun, state: 'FAILED', trouble: trouble('server-fault') })).toBe(true);
    expect(canGoOn({ ...begun, state: 'FAILED', trouble: trouble('too-long') })).toBe(false);
    expect(canGoOn({ ...begun, state: 'DONE' })).toBe(false);
    expect(canGoOn({ ...begun, state: 'STOPPED', dryRun: true })).toBe(false);
    expect(isOfFile(trouble('not-this-format'))).toBe(true);
  });

  it('counts each row once', () => {
    expect(rowsDone({ ...job, added: 1, changed: 2, unchanged: 3, refused: 4 })).toBe(10);
  });
});
