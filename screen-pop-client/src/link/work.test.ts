import { beforeEach, describe, expect, it } from 'vitest';
import { atWork, keepWorkOf, setWork, workOn } from './work';

describe('what is open on cards', () => {
  beforeEach(() => keepWorkOf([]));

  it('is one thing a card', () => {
    setWork('pbx1/1', { kind: 'attach', typed: 'an' });
    setWork('pbx1/2', { kind: 'case' });
    setWork('pbx1/1', { kind: 'attach', typed: 'anna' });
    expect(workOn('pbx1/1')).toEqual({ kind: 'attach', typed: 'anna' });
    expect([...atWork()].sort()).toEqual(['pbx1/1', 'pbx1/2']);
    setWork('pbx1/2', null);
    expect(workOn('pbx1/2')).toBeNull();
  });

  it('keeps no card once it is done', () => {
    setWork('pbx1/1', { kind: 'done', name: 'Anna' });
    expect([...atWork()]).toEqual([]);
    expect(workOn('pbx1/1')).not.toBeNull();
  });

  it('goes with its card', () => {
    setWork('pbx1/1', { kind: 'case' });
    setWork('pbx1/2', { kind: 'case' });
    keepWorkOf(['pbx1/2']);
    expect([...atWork()]).toEqual(['pbx1/2']);
  });
});
