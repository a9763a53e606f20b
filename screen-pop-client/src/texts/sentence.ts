import type { Because, Fact } from '../link/wire';
import { causeText } from '../history/causes';
import { isolated } from '../format/plain';
import type { Translate } from './language';
import en, { type Key } from './languages/en';

/** How the site calls what stands in a fact under its name: people by login, queues and numbers by their label, moments
 * by the clock on its wall. */
interface Naming {
  readonly person: (login: string) => string;
  readonly label: (name: string, called: string | null) => string;
  readonly moment: (at: number) => string;
}

/** A reason as a sentence; one that this client does not know yet shows its name and its facts, never nothing. */
export function sentence(t: Translate, naming: Naming, because: Because): string {
  const shown = because.facts.map((fact) => ({ ...fact, value: isolated(said(t, naming, fact)) }));
  const key = `rule.${because.rule}`;
  return isKey(key)
    ? t(key, Object.fromEntries(shown.map((fact) => [fact.name, fact.value])))
    : `\u2066${[because.rule, ...shown.map((fact) => `${fact.name}: ${fact.value}`)].join(' · ')}\u2069`;
}

type Rule = Extract<Key, `rule.${string}`>;
const isKey = (key: string): key is Rule => key in en.texts;

function said(t: Translate, naming: Naming, fact: Fact): string {
  switch (fact.name) {
    case 'agent':
    case 'owner':
      return naming.person(fact.value);
    case 'queue':
    case 'did':
    case 'to':
      return naming.label(fact.value, null);
    case 'cause':
      return causeText(t, fact.value);
    case 'state':
      return stateOf(t, fact.value);
    case 'since':
    case 'until':
      return Number.isNaN(Date.parse(fact.value)) ? fact.value : naming.moment(Date.parse(fact.value));
    default:
      return fact.value;
  }
}

function stateOf(t: Translate, state: string): string {
  const key = `agent.${state}`;
  return state === state.toUpperCase() && key in en.texts ? t(key as 'agent.READY') : state;
}
