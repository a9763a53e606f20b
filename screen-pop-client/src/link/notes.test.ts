import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notes, type Sent } from './notes';

const CALL = 'pbx1/1';

describe('a note on a card', () => {
  let arrived: [string, string][];
  let answers: ((sent: Sent) => void)[];
  let shown: Readonly<Record<string, string>>;
  let notes: Notes;

  beforeEach(() => {
    vi.useFakeTimers();
    arrived = [];
    answers = [];
    shown = {};
    notes = new Notes(
      (call, text) => {
        arrived.push([call, text]);
        return new Promise((resolve) => answers.push(resolve));
      },
      (drafts) => {
        shown = drafts;
      },
    );
  });

  afterEach(() => vi.useRealTimers());

  const answer = async (sent: Sent): Promise<void> => {
    answers.shift()?.(sent);
    await vi.advanceTimersByTimeAsync(0);
  };

  it('is saved once after a pause, and stays as it was typed while somebody is at it', async () => {
    notes.write(CALL, 'cal');
    await vi.advanceTimersByTimeAsync(500);
    notes.write(CALL, 'call him ');
    await vi.advanceTimersByTimeAsync(599);
    expect(arrived).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(arrived).toEqual([[CALL, 'call him ']]);
    await answer('saved');
    expect(shown).toEqual({ [CALL]: 'call him ' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(arrived).toHaveLength(1);
  });

  it('is saved at once when the field is left, and shown as the server has it from then on', async () => {
    notes.write(CALL, 'call him');
    notes.leave(CALL);
    expect(arrived).toEqual([[CALL, 'call him']]);
    expect(shown).toEqual({ [CALL]: 'call him' });
    await answer('saved');
    expect(shown).toEqual({});
  });

  it('is saved when the call ends, without a second one on its way', async () => {
    notes.write(CALL, 'call');
    notes.save(CALL);
    notes.write(CALL, 'call him');
    notes.save(CALL);
    expect(arrived).toEqual([[CALL, 'call']]);
    await answer('saved');
    expect(arrived).toEqual([
      [CALL, 'call'],
      [CALL, 'call him'],
    ]);
    await answer('saved');
    expect(shown).toEqual({ [CALL]: 'call him' });
  });

  it('outlives its card and a line that is down', async () => {
    notes.write(CALL, 'call him');
    notes.leave(CALL);
    await answer('unheard');
    expect(shown).toEqual({ [CALL]: 'call him' });
    notes.saveAll();
    expect(arrived).toHaveLength(2);
    await answer('saved');
    expect(shown).toEqual({});
  });

  it('that is refused stays to be copied, and is tried again only when it is changed', async () => {
    notes.write(CALL, 'call him');
    notes.leave(CALL);
    await answer('refused');
    notes.saveAll();
    expect(arrived).toHaveLength(1);
    expect(shown).toEqual({ [CALL]: 'call him' });
    notes.write(CALL, 'call him back');
    notes.leave(CALL);
    expect(arrived.at(-1)).toEqual([CALL, 'call him back']);
  });

  it('can be taken away', async () => {
    notes.write(CALL, '');
    notes.leave(CALL);
    expect(arrived).toEqual([[CALL, '']]);
    await answer('saved');
    expect(shown).toEqual({});
  });

  it('is nobody’s when somebody else sits down', async () => {
    notes.write(CALL, 'call him');
    notes.clear();
    await vi.advanceTimersByTimeAsync(1000);
    expect(arrived).toEqual([]);
    expect(shown).toEqual({});
  });
});
