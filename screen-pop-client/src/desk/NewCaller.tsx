import { addCustomer } from '../customers/api';
import { CustomerPicker } from '../customers/CustomerPicker';
import { bodyOf, emptyForm, newNumber } from '../customers/form';
import { SmallForm } from '../forms/SmallForm';
import { TextField } from '../forms/TextField';
import { Refused } from '../link/http';
import { newRequestKey } from '../link/request-key';
import { attach } from '../link/store';
import { setWork, workOn, type Work } from '../link/work';
import type { Pop } from '../link/wire';
import { useTexts } from '../texts/use-texts';
import { toHeading } from './to-heading';
import '../customers/edit/edit.css';

interface Props {
  readonly pop: Pop;
  readonly work: Extract<Work, { kind: 'create' }>;
  readonly onCancel: () => void;
}

/** A caller becomes a customer: the number stands there already, and the name where the network gave one. */
export function NewCaller({ pop, work, onCancel }: Props) {
  const t = useTexts();
  // Another text is another request. It is put into what stands there now: somebody may type while it is sent.
  const change = (some: Partial<typeof work>) => {
    const now = workOn(pop.call);
    if (now?.kind === 'create') {
      setWork(pop.call, { ...now, ...some, once: newRequestKey() });
    }
  };
  const save = async () => {
    const body = bodyOf(
      {
        ...emptyForm('PERSON'),
        name: work.name,
        company: work.company,
        numbers: [newNumber(work.number)],
      },
      null,
    );
    try {
      const made = await addCustomer(body, work.once);
      setWork(pop.call, { kind: 'done', name: made.name });
      toHeading(pop.call);
      void attach(pop.call, made.id);
    } catch (error) {
      if (error instanceof Refused) {
        // What was refused is mended, and that is another request.
        change({});
      }
      throw error;
    }
  };
  return (
    <SmallForm
      label={t('card.newCustomer')}
      go={t('forms.save')}
      fields={['name', 'numbers[0].raw', 'company.id']}
      oneLiners
      onCancel={onCancel}
      onSend={save}
    >
      <div className="fields">
        <TextField
          label={t('customer.name')}
          at="name"
          maxLength={200}
          value={work.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('customer.number')}
          at="numbers[0].raw"
          type="tel"
          ltr
          maxLength={64}
          value={work.number}
          onChange={(number) => change({ number })}
        />
        <CustomerPicker
          label={t('customer.worksFor')}
          at="company.id"
          kind="COMPANY"
          value={work.company}
          onChange={(company) => change({ company })}
        />
      </div>
    </SmallForm>
  );
}
