import { useEffect } from 'react';
import { casesOfCall } from '../cases/api';
import { useLoaded } from '../link/use-loaded';

/** The cases a call belongs to; read anew when this tab is looked at again after another one. */
export function useCallCases(call: string) {
  const loaded = useLoaded(casesOfCall, call);
  const { again } = loaded;
  useEffect(() => {
    const back = () => {
      if (!document.hidden) {
        again();
      }
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [again]);
  return loaded;
}
