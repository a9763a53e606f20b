import { isolated } from '../format/plain';
import { count } from '../format/times';
import { useMoments } from '../format/use-moments';
import type { Condition, Fact } from '../link/wire';
import en from '../texts/languages/en';
import { useTexts } from '../texts/use-texts';

interface Said {
  readonly what: string;
  readonly means: string;
  readonly mend: string;
}

/** The sentences of a condition; of one that this client does not know yet the server's own, never nothing. */
export function useCondition(condition: Condition): Said {
  const t = useTexts();
  const { moment } = useMoments();
  const { kind } = condition;
  if (!isKnown(kind)) {
    return condition;
  }
  const facts = Object.fromEntries(condition.facts.map((fact) => [fact.name, shown(fact, moment)]));
  return {
    what: t(`condition.${kind}`, facts),
    means: t(`means.${kind}`, facts),
    mend: t(`mend.${kind}`, facts),
  };
}

type Known = Extract<keyof typeof en.texts, `condition.${string}`> extends `condition.${infer K}` ? K : never;
const isKnown = (kind: string): kind is Known => `condition.${kind}` in en.texts;

function shown(fact: Fact, moment: (at: number) => string): string {
  if (fact.name === 'at') {
    return isolated(moment(Date.parse(fact.value)));
  }
  return isolated(/^\d+$/.test(fact.value) ? count(Number(fact.value)) : fact.value);
}
