import { useState } from 'react';

interface Sending {
  readonly sending: boolean;
  readonly failed: Error | null;
  /** Does it unless one is on its way; true when it was done. */
  readonly send: (work: () => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Something asked of the server by a button: on its way, done, or why not. */
export function useSending(): Sending {
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const send = async (work: () => Promise<void>) => {
    if (sending) {
      return false;
    }
    setSending(true);
    try {
      await work();
      setFailed(null);
      return true;
    } catch (error) {
      setFailed(error instanceof Error ? error : new Error(String(error)));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { sending, failed, send, forget: () => setFailed(null) };
}
