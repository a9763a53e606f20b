import { useStore } from '../link/store';

/** The name behind a login; a login that nobody has any more stands for itself. */
export function usePeople(): (login: string) => string {
  const people = useStore((store) => store.live.people);
  return (login) => people[login] ?? login;
}
