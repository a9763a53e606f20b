import { useStore } from '../link/store';
import { useToday } from './clock';
import { date, dayOf, moment, timeOfDay, wholeMoment } from './times';

/** Times as the site's clocks show them, in the reader's calendar. */
export function useMoments() {
  const zone = useStore((store) => store.live.zone);
  const today = useToday();
  return {
    today,
    day: (at: number) => dayOf(at, zone),
    date: (at: number) => date(at, zone),
    time: (at: number) => timeOfDay(at, zone),
    moment: (at: number) => moment(at, zone, today),
    whole: (at: number) => wholeMoment(at, zone),
  };
}
