import { useStore } from '../link/store';
import { useSentence } from '../texts/use-sentence';
import { useTexts } from '../texts/use-texts';

/** Why a wish was not carried out, beside where it was made. No wish ends in silence. */
export function Refusal({ about }: { readonly about: string }) {
  const t = useTexts();
  const sentence = useSentence();
  const asked = useStore((store) => store.asked[about]);
  const refused = asked !== undefined && asked !== 'asking';
  return (
    <p role="alert" className={refused ? 'refused' : 'asking'}>
      {asked === undefined
        ? ''
        : asked === 'asking'
          ? t('card.asking')
          : asked === 'late'
            ? t('answer.late')
            : sentence(asked)}
    </p>
  );
}
