import { useEffect } from 'react';
import type { Pop } from '../link/wire';

const EVERY_MILLIS = 3000;

/** A soft double tone while a call rings and this tab is in the background. Made here: nothing to load, nothing late. */
export function useRingTone(pops: readonly Pop[], wanted: boolean): void {
  const ringing = wanted && pops.some((pop) => pop.state === 'RINGING');
  useEffect(() => {
    if (!ringing) {
      return;
    }
    const sound = new AudioContext();
    const ring = () => {
      if (document.hidden) {
        tone(sound, 0);
        tone(sound, 0.5);
      }
    };
    ring();
    const again = setInterval(ring, EVERY_MILLIS);
    return () => {
      clearInterval(again);
      void sound.close();
    };
  }, [ringing]);
}

function tone(sound: AudioContext, after: number): void {
  const start = sound.currentTime + after;
  const volume = sound.createGain();
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.2, start + 0.03);
  volume.gain.setTargetAtTime(0, start + 0.3, 0.06);
  volume.connect(sound.destination);
  for (const hertz of [440, 554]) {
    const voice = sound.createOscillator();
    voice.frequency.value = hertz;
    voice.connect(volume);
    voice.start(start);
    voice.stop(start + 0.6);
  }
}
