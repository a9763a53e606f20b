import { Name } from '../../format/Isolated';
import { useLoaded } from '../../link/use-loaded';
import { useTexts } from '../../texts/use-texts';
import { tags } from '../api';
import type { PartProps } from './parts';

/** Tags are defined once for all; here they are only put on and taken off. */
export function TagsEdit({ form, onChange }: PartProps) {
  const t = useTexts();
  const known = (useLoaded(tags, '').value ?? []).map(({ name }) => name);
  const all = [...known, ...form.tags.filter((tag) => !known.includes(tag))];
  if (all.length === 0) {
    return null;
  }
  return (
    <fieldset className="lines">
      <legend>{t('customer.tags')}</legend>
      <div className="chips">
        {all.map((tag) => (
          <label key={tag} className={form.tags.includes(tag) ? 'chip chip-on' : 'chip'}>
            <input
              type="checkbox"
              checked={form.tags.includes(tag)}
              onChange={(event) =>
                onChange({
                  tags: event.target.checked
                    ? [...form.tags, tag]
                    : form.tags.filter((other) => other !== tag),
                })
              }
            />
            <Name>{tag}</Name>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
