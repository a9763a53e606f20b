import type { Candidate, MatchQuality, Pop } from './wire';

/** How sure we are that it is them who call, and by what. */
export interface Sureness {
  readonly level: 'sure' | 'likely' | 'guess';
  readonly quality: MatchQuality;
  /** Of the number that matched, may be empty. */
  readonly label: string;
  /** Which other directory says so; null where it is our book. */
  readonly directory: string | null;
  /** Agents took the number for this customer before: who did so last (a login), and how often they did. */
  readonly learned: { readonly by: string; readonly times: number } | null;
  /** Login of who said in this call that it is them. */
  readonly saidBy: string | null;
  /** How many have this number. */
  readonly sharedBy: number;
}

export function surenessOf(pop: Pop, candidate: Candidate): Sureness {
  const { quality, label, origin, customer } = candidate;
  const sharedBy = pop.lookUp?.type === 'found' ? pop.lookUp.candidates.length : 1;
  const name = origin === null ? String(customer.id) : `${origin.directory}/${origin.key}`;
  const learned = factsOf(pop, 'match.learned', name);
  const said = factsOf(pop, 'match.chosen', name);
  const times = Number(learned?.get('times'));
  return {
    level:
      said !== null ? 'sure' : quality === 'SUFFIX' ? 'guess' : sure(quality, sharedBy) ? 'sure' : 'likely',
    quality,
    label,
    directory: origin?.directory ?? null,
    learned: learned === null ? null : { by: learned.get('agent') ?? '', times: times > 0 ? times : 1 },
    saidBy: said?.get('agent') ?? null,
    sharedBy,
  };
}

const sure = (quality: MatchQuality, sharedBy: number): boolean => quality === 'EXACT' && sharedBy === 1;

/** Of the rule as it was said of this customer. */
function factsOf(pop: Pop, rule: string, customer: string): ReadonlyMap<string, string> | null {
  for (const because of pop.because) {
    const facts = new Map(because.facts.map(({ name, value }) => [name, value]));
    if (because.rule === rule && facts.get('customer') === customer) {
      return facts;
    }
  }
  return null;
}
