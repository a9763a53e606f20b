import { useState } from 'react';
import type { Team } from '../cases/wire';
import { SmallForm } from '../forms/SmallForm';
import { TextField } from '../forms/TextField';
import { Name } from '../format/Isolated';
import { useStore } from '../link/store';
import { useTexts } from '../texts/use-texts';
import { define } from './api';
import type { FormProps } from './form-props';

export function TeamForm({ one, onDone, onCancel }: FormProps<Team>) {
  const t = useTexts();
  const people = useStore((store) => store.live.people);
  const [name, setName] = useState(one?.name ?? '');
  const [members, setMembers] = useState<readonly string[]>(one?.people ?? []);
  const toggle = (login: string) =>
    setMembers(members.includes(login) ? members.filter((other) => other !== login) : [...members, login]);
  return (
    <SmallForm
      label={t('definitions.teams')}
      go={t('forms.save')}
      fields={['name']}
      onCancel={onCancel}
      onSend={async () => {
        await define('teams', one?.id ?? null, { name, people: members });
        onDone();
      }}
    >
      <TextField label={t('definitions.name')} at="name" maxLength={64} value={name} onChange={setName} />
      <div className="chips" role="group" aria-label={t('definitions.people')}>
        {Object.entries(people).map(([login, called]) => (
          <label key={login} className={members.includes(login) ? 'chip chip-on' : 'chip'}>
            <input type="checkbox" checked={members.includes(login)} onChange={() => toggle(login)} />
            <Name>{called}</Name>
          </label>
        ))}
      </div>
    </SmallForm>
  );
}
