import { create } from 'zustand';
import { LiveLink, type Answer } from './live-link';
import { nothing, reduce, type Live } from './state';
import type { Me } from './wire';

interface Store {
  readonly live: Live;
  /** Null while nobody is logged in, undefined while that is not known yet. */
  readonly me: Me | null | undefined;
}

export const useStore = create<Store>(() => ({ live: nothing, me: undefined }));

let link: LiveLink | null = null;

export function useLive(): Live {
  return useStore((store) => store.live);
}

/** Somebody is logged in: the line opens and stays open. */
export function enter(me: Me): void {
  link?.close();
  useStore.setState({ me, live: nothing });
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const opened = new LiveLink(`${scheme}//${location.host}/ws`, {
    told: (message) => {
      const before = useStore.getState().live;
      const live = reduce(before, message, Date.now());
      useStore.setState({ live });
      if (live.phase === 'stale' && before.phase === 'live' && message.type !== 'resync') {
        opened.sync();
      }
    },
    lost: () =>
      useStore.setState(({ live }) => ({
        live: { ...live, phase: live.phase === 'connecting' ? 'connecting' : 'stale' },
      })),
    loggedOut: leave,
  });
  link = opened;
}

export function leave(): void {
  link?.close();
  link = null;
  useStore.setState({ me: null, live: nothing });
}

export function ask(wish: Parameters<LiveLink['ask']>[0]): Promise<Answer> {
  return link?.ask(wish) ?? Promise.resolve({ ok: false, because: { rule: 'refuse.offline', facts: [] } });
}

export function forgetGone(call: string): void {
  useStore.setState(({ live }) => ({
    live: { ...live, gone: live.gone.filter((gone) => gone.call !== call) },
  }));
}

export function dismiss(call: string): void {
  useStore.setState(({ live }) => ({
    live: { ...live, pops: live.pops.filter((pop) => pop.call !== call) },
  }));
}
