import { ask, switchRecording, useStore } from '../link/store';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { Refusal } from './Refusal';

/**
 * What can be done now. The card moves by what the exchange reports, never by the button itself. Every button keeps its
 * place for the whole call: whoever clicks twice on "answer" must hit nothing, least of all "hang up".
 */
export function Actions({ pop }: { readonly pop: Pop }) {
  const t = useTexts();
  const asking = useStore((store) => store.asked[pop.call] === 'asking');
  const talks = pop.state === 'TALKING' || pop.state === 'HELD';
  const canAnswer = pop.state === 'RINGING' && pop.direction !== 'OUTGOING';
  return (
    <div className="actions">
      <button
        type="button"
        className="hang-up"
        data-testid={pop.state === 'ENDED' ? undefined : 'clear-button'}
        hidden={pop.state === 'ENDED'}
        disabled={asking || pop.state === 'ENDED'}
        onClick={() => void ask({ type: 'clear', call: pop.call })}
      >
        {t(pop.state === 'RINGING' ? 'card.reject' : 'card.hangUp')} <kbd>H</kbd>
      </button>
      <button
        type="button"
        className="answer"
        data-testid={canAnswer ? 'answer-button' : undefined}
        hidden={!canAnswer}
        disabled={asking || !canAnswer}
        onClick={() => void ask({ type: 'answer', call: pop.call })}
      >
        {t('card.answer')} <kbd>A</kbd>
      </button>
      <button
        type="button"
        className="recording-switch"
        data-testid={talks && pop.recording !== null ? 'recording-button' : undefined}
        hidden={!talks || pop.recording === null}
        disabled={asking || !talks || pop.recording === null}
        onClick={() => void switchRecording(pop)}
      >
        {t(pop.recording === 'PAUSED' ? 'card.resumeRecording' : 'card.pauseRecording')} <kbd>R</kbd>
      </button>
      <Refusal about={pop.call} />
    </div>
  );
}
