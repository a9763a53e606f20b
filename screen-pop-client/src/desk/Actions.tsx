import { useState } from 'react';
import { ask } from '../link/store';
import type { Pop } from '../link/wire';
import { sentence } from '../texts';
import { useTexts } from '../texts/use-texts';

interface Props {
  readonly pop: Pop;
  readonly onRefused: (why: string | null) => void;
}

/** What can be done now. The card moves by what the exchange reports, never by the button itself. */
export function Actions({ pop, onRefused }: Props) {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const wish = async (type: 'answer' | 'clear') => {
    setBusy(true);
    onRefused(null);
    const answer = await ask({ type, call: pop.call });
    setBusy(false);
    if (!answer.ok) {
      onRefused(answer.because === null ? t('answer.late') : sentence(t, answer.because));
    }
  };
  if (pop.state === 'ENDED') {
    return null;
  }
  return (
    <div className="actions">
      {pop.state === 'RINGING' && pop.direction !== 'OUTGOING' && (
        <button
          type="button"
          className="answer"
          data-testid="answer-button"
          disabled={busy}
          onClick={() => void wish('answer')}
        >
          {t('card.answer')} <kbd>A</kbd>
        </button>
      )}
      <button
        type="button"
        className="hang-up"
        data-testid="clear-button"
        disabled={busy}
        onClick={() => void wish('clear')}
      >
        {t(pop.state === 'RINGING' ? 'card.reject' : 'card.hangUp')} <kbd>H</kbd>
      </button>
    </div>
  );
}
