import { useState } from 'react';
import { Link } from 'wouter';
import { StateMark } from '../../cases/StateMark';
import { Name, PhoneNumber } from '../../format/Isolated';
import { isolated } from '../../format/plain';
import { duration } from '../../format/times';
import { useMoments } from '../../format/use-moments';
import { CallDetails } from '../../history/CallDetails';
import { Direction } from '../../history/Direction';
import { Outcome } from '../../history/Outcome';
import type { CallRow } from '../../link/wire';
import { useLabels } from '../../texts/use-labels';
import { useTexts } from '../../texts/use-texts';
import type { TimelineEntry } from '../wire';

export function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const t = useTexts();
  const { time } = useMoments();
  return (
    <li className={`entry entry-${entry.kind}`} data-kind={entry.kind}>
      <time className="figure faint" dateTime={entry.at}>
        {time(Date.parse(entry.at))}
      </time>
      <span className="entry-kind">{t(`entry.${entry.kind}`)}</span>
      <div className="entry-what">
        <What entry={entry} />
      </div>
    </li>
  );
}

function What({ entry }: { readonly entry: TimelineEntry }) {
  const t = useTexts();
  const { moment } = useMoments();
  switch (entry.kind) {
    case 'call':
      return <Call call={entry.call} />;
    case 'note':
      return (
        <>
          <p className="note" dir="auto">
            {entry.text}
          </p>
          {entry.by !== null && (
            <small className="faint">
              <Name>{entry.by.name}</Name>
            </small>
          )}
        </>
      );
    case 'case': {
      const { opened } = entry;
      return (
        <p>
          <Link href={`/cases/${opened.id}`}>
            <Name>{opened.title}</Name>
          </Link>{' '}
          <StateMark state={opened.state} />{' '}
          {opened.overdue && <span className="badge badge-bad">{t('case.overdue')}</span>}
          <small className="of">
            <Name>{opened.category.name}</Name>
          </small>
        </p>
      );
    }
    case 'callBack': {
      const { promise } = entry;
      return (
        <p>
          {t('callBack.promised', { time: moment(Date.parse(promise.dueAt)) })}{' '}
          <PhoneNumber>{promise.display}</PhoneNumber>{' '}
          <span className={promise.overdue ? 'badge badge-bad' : 'badge'}>
            {t(promise.overdue ? 'case.overdue' : `callBackState.${promise.state}`)}
          </span>
          {promise.person !== null && (
            <small className="of">{t('callBack.by', { who: isolated(promise.person.name) })}</small>
          )}
          {promise.remark !== '' && (
            <span className="call-back-remark">
              <Name>{promise.remark}</Name>
            </span>
          )}
        </p>
      );
    }
  }
}

/** Opens into its legs, recordings and reasons, as in the list of calls. */
function Call({ call }: { readonly call: CallRow }) {
  const t = useTexts();
  const label = useLabels();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="entry-call">
        <Direction direction={call.direction} />
        <PhoneNumber>{call.display}</PhoneNumber>
        {call.queue !== null && <Name>{label(call.queue, call.queueLabel)}</Name>}
        {call.agent !== null && <Name>{call.agent.name}</Name>}
        <Outcome row={call} />
        {call.talkMillis > 0 && <span className="figure">{duration(call.talkMillis)}</span>}
        <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('history.open')}
        </button>
      </p>
      {open && <CallDetails key={call.revision} call={call.call} />}
    </>
  );
}
