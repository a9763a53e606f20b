import { categories, teams } from '../cases/api';
import { ownFields, segments, tags } from '../customers/api';
import { Tabs } from '../customers/Tabs';
import { isolated } from '../format/plain';
import { count } from '../format/times';
import { usePeople } from '../texts/use-people';
import { useTexts } from '../texts/use-texts';
import { undefine } from './api';
import { CategoryForm } from './CategoryForm';
import { DefinitionList } from './DefinitionList';
import { FieldForm } from './FieldForm';
import { SegmentForm, TagForm } from './NamedForms';
import { TeamForm } from './TeamForm';
import '../customers/customers.css';
import './definitions.css';

/** What a site defines for all its customers and cases. */
export function Definitions() {
  const t = useTexts();
  const person = usePeople();
  return (
    <div className="book">
      <Tabs />
      <h1 className="said">{t('definitions.title')}</h1>
      <div className="all-definitions">
        <DefinitionList
          title={t('definitions.segments')}
          load={segments}
          name={(one) => one.name}
          said={(one) => count(one.standing)}
          remove={(one) => undefine('segments', one.id)}
          form={(one, onDone, onCancel) => <SegmentForm one={one} onDone={onDone} onCancel={onCancel} />}
        />
        <DefinitionList
          title={t('definitions.tags')}
          load={tags}
          name={(one) => one.name}
          said={() => ''}
          remove={(one) => undefine('tags', one.id)}
          form={(one, onDone, onCancel) => <TagForm one={one} onDone={onDone} onCancel={onCancel} />}
        />
        <DefinitionList
          title={t('definitions.fields')}
          load={ownFields}
          name={(one) => one.label}
          said={(one) =>
            [t(`fieldKind.${one.kind}`), isolated(one.name), ...one.choices.map(isolated)].join(' · ')
          }
          remove={(one) => undefine('customer-fields', one.id)}
          form={(one, onDone, onCancel) => <FieldForm one={one} onDone={onDone} onCancel={onCancel} />}
        />
        <DefinitionList
          title={t('definitions.teams')}
          load={teams}
          name={(one) => one.name}
          said={(one) => one.people.map((login) => isolated(person(login))).join(' · ')}
          form={(one, onDone, onCancel) => <TeamForm one={one} onDone={onDone} onCancel={onCancel} />}
        />
        <DefinitionList
          title={t('definitions.categories')}
          load={categories}
          name={(one) => one.name}
          said={(one) =>
            [
              t(`caseKind.${one.kind}`),
              one.team === null ? '' : isolated(one.team.name),
              one.active ? '' : t('definitions.inactive'),
            ]
              .filter((part) => part !== '')
              .join(' · ')
          }
          form={(one, onDone, onCancel) => <CategoryForm one={one} onDone={onDone} onCancel={onCancel} />}
        />
      </div>
    </div>
  );
}
