import { useEffect, useRef } from 'react';
import { isAction } from './keys';

/** Single keys of a page, by their place on the keyboard, so that they work on a Persian one too. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = event.shiftKey ? undefined : now.current[event.code];
      if (act !== undefined && isAction(event)) {
        event.preventDefault();
        act();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
