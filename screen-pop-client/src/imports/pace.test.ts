import { describe, expect, it } from 'vitest';
import { paceOf, sampled, type Sample } from './pace';

const at = (seconds: number, position: number): Sample => ({ at: seconds * 1000, position });

describe('the pace of an import', () => {
  it('is told when it can be, with the rest', () => {
    const samples = [at(0, 1000), at(1, 2000), at(2, 3000)];
    expect(paceOf(samples, 5000)).toEqual({ perSecond: 1000, restMillis: 2000 });
    expect(paceOf(samples, null)).toEqual({ perSecond: 1000, restMillis: null });
  });

  it('is not told from too little', () => {
    expect(paceOf([], 10)).toBeNull();
    expect(paceOf([at(0, 0)], 10)).toBeNull();
    expect(paceOf([at(0, 0), at(1, 500)], 1000)).toBeNull();
    expect(paceOf([at(0, 500), at(9, 500)], 1000)).toBeNull();
  });

  it('has no rest below nothing where the file was longer than guessed', () => {
    expect(paceOf([at(0, 0), at(2, 200)], 100)?.restMillis).toBe(0);
  });

  it('is of the last seconds, and of this run', () => {
    let samples: readonly Sample[] = [];
    for (let second = 0; second <= 60; second++) {
      samples = sampled(samples, at(second, second < 50 ? 0 : (second - 50) * 100));
    }
    expect(samples[0]?.at).toBe(40_000);
    expect(sampled(samples, at(61, 5))).toEqual([at(61, 5)]);
  });
});
