import type { Fault } from '../link/wire';
import { Refused } from '../link/http';

export function faultsOf(failed: Error | null): readonly Fault[] {
  return failed instanceof Refused ? failed.faults : [];
}

/** Faults at a field: `numbers[1]` has those of `numbers[1]` itself, none of `numbers[1].raw`. */
export function faultsAt(faults: readonly Fault[], field: string): readonly Fault[] {
  return faults.filter((fault) => fault.field === field);
}

/** Faults that no shown field takes: they are said above the form, so that none is lost. */
export function faultsElsewhere(faults: readonly Fault[], shown: readonly string[]): readonly Fault[] {
  return faults.filter((fault) => !shown.includes(fault.field));
}
