import { useMoments } from '../format/use-moments';
import en from '../texts/languages/en';
import { useTexts } from '../texts/use-texts';

/** Fields and values of a difference in the reader's words; `leg 1795578972.9 ended` is a leg, its id, its end. */
export function useField() {
  const t = useTexts();
  const { moment } = useMoments();
  const word = (name: string) => {
    const key = `check.field.${name}`;
    return key in en.texts ? t(key as 'check.field.call') : name;
  };
  const field = (name: string) =>
    name
      .split(' ')
      .map((part) => (/^\d/.test(part) ? `\u2066${part}\u2069` : word(part)))
      .join(' ');
  const value = (text: string) => {
    const outcome = `outcome.${text}`;
    const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN;
    if (!Number.isNaN(at)) {
      return moment(at);
    }
    return outcome in en.texts ? t(outcome as 'outcome.ANSWERED') : text;
  };
  return { field, value };
}
