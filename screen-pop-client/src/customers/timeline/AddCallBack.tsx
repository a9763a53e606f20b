import { useState } from 'react';
import { addCallBack } from '../../cases/api';
import { ChoiceField } from '../../forms/ChoiceField';
import { SmallForm } from '../../forms/SmallForm';
import { TextField } from '../../forms/TextField';
import { useNow } from '../../format/clock';
import { instantOf, localTimeOf } from '../../format/zoned';
import { useStore } from '../../link/store';
import { newRequestKey } from '../../link/request-key';
import { useTexts } from '../../texts/use-texts';
import type { DoingProps } from './doing-props';

const HOUR = 3_600_000;

/** A promise to call: which number, when by the clock of the site, and who does it. */
export function AddCallBack({ customer, onDone, onCancel }: DoingProps) {
  const t = useTexts();
  const zone = useStore((store) => store.live.zone);
  const people = useStore((store) => store.live.people);
  const me = useStore((store) => store.me?.login ?? '');
  const now = useNow();
  const [start] = useState(() => localTimeOf(Math.ceil((now + HOUR) / HOUR) * HOUR, zone));
  const numbers = customer.numbers.filter((number) => !number.moved);
  const [wish, setWish] = useState({
    number: numbers[0]?.e164 ?? numbers[0]?.raw ?? '',
    due: start,
    person: me,
    remark: '',
  });
  const [once, setOnce] = useState(newRequestKey);
  const change = (some: Partial<typeof wish>) => {
    setWish({ ...wish, ...some });
    setOnce(newRequestKey());
  };
  return (
    <SmallForm
      label={t('doing.callBack')}
      go={t('callBack.save')}
      fields={['number', 'dueAt', 'person', 'remark']}
      onCancel={onCancel}
      onSend={async () => {
        const body = {
          customer: customer.id,
          number: wish.number,
          dueAt: instantOf(wish.due, zone),
          person: wish.person === '' ? null : wish.person,
          remark: wish.remark,
        };
        await addCallBack(body, once);
        onDone();
      }}
    >
      <div className="fields">
        <TextField
          label={t('callBack.due')}
          at="dueAt"
          type="datetime-local"
          ltr
          value={wish.due}
          onChange={(due) => change({ due })}
        />
        <ChoiceField
          label={t('customer.number')}
          at="number"
          value={wish.number}
          choices={numbers.map(({ e164, raw, display, label }) => [
            e164 ?? raw,
            `\u2066${display}\u2069 ${label}`,
          ])}
          onChange={(number) => change({ number })}
        />
        <ChoiceField
          label={t('callBack.person')}
          at="person"
          value={wish.person}
          none={t('callBack.anybody')}
          choices={Object.entries(people)}
          onChange={(person) => change({ person })}
        />
        <TextField
          label={t('callBack.remark')}
          at="remark"
          wide
          maxLength={500}
          value={wish.remark}
          onChange={(remark) => change({ remark })}
        />
      </div>
    </SmallForm>
  );
}
