import { useState } from 'react';
import { ChoiceField } from '../forms/ChoiceField';
import { TextField } from '../forms/TextField';
import { instantOf, localTimeOf } from '../format/zoned';
import { useStore } from '../link/store';
import { useLoaded } from '../link/use-loaded';
import { useTexts } from '../texts/use-texts';
import { teams } from './api';
import { priorities } from './priorities';
import type { Case, CasePriority, CaseWish } from './wire';

interface Props {
  readonly one: Case;
  readonly sending: boolean;
  readonly onWish: (wish: CaseWish) => void;
}

/** What can be done with a case now: the states that may follow, and whose it is. */
export function CaseActs({ one, sending, onWish }: Props) {
  const t = useTexts();
  const me = useStore((store) => store.me?.login ?? '');
  const people = useStore((store) => store.live.people);
  const known = useLoaded(teams, '').value ?? [];
  const team = known.find((other) => other.id === one.team?.id);
  // Those of the team stand first: they are meant most often.
  const choices = Object.entries(people).sort(
    ([login], [other]) => Number(team?.people.includes(other)) - Number(team?.people.includes(login)),
  );
  return (
    <section className="panel case-acts">
      <div className="case-states">
        {one.next.map((state) => (
          <button key={state} type="button" disabled={sending} onClick={() => onWish({ state })}>
            {t(`toState.${state}`)}
          </button>
        ))}
        {one.person?.login !== me && (
          <button type="button" disabled={sending} onClick={() => onWish({ person: me })}>
            {t('case.takeIt')}
          </button>
        )}
      </div>
      <div className="fields">
        <ChoiceField
          label={t('case.team')}
          at="team"
          value={one.team === null ? '' : String(one.team.id)}
          none={t('case.nobody')}
          choices={known.map(({ id, name }) => [String(id), name])}
          onChange={(id) => onWish({ team: id === '' ? null : Number(id) })}
        />
        <ChoiceField
          label={t('case.person')}
          at="person"
          value={one.person?.login ?? ''}
          none={t('case.nobody')}
          choices={choices}
          onChange={(login) => onWish({ person: login === '' ? null : login })}
        />
        <ChoiceField
          label={t('case.priority')}
          at="priority"
          value={one.priority}
          choices={priorities.map((priority) => [priority, t(`priority.${priority}`)])}
          onChange={(priority) => onWish({ priority: priority as CasePriority })}
        />
        <DueField key={one.dueAt} one={one} sending={sending} onWish={onWish} />
      </div>
    </section>
  );
}

function DueField({ one, sending, onWish }: Props) {
  const t = useTexts();
  const zone = useStore((store) => store.live.zone);
  const start = one.dueAt === null ? '' : localTimeOf(Date.parse(one.dueAt), zone);
  const [due, setDue] = useState(start);
  return (
    <div className="line">
      <TextField label={t('case.due')} at="dueAt" type="datetime-local" ltr value={due} onChange={setDue} />
      <button
        type="button"
        hidden={due === start}
        disabled={sending}
        onClick={() => onWish({ dueAt: due === '' ? null : instantOf(due, zone) })}
      >
        {t('case.setDue')}
      </button>
    </div>
  );
}
