import { describe, expect, it } from 'vitest';
import { maryam } from '../../dev/book';
import { bodyOf, emptyForm, formOf, newAddress, newNumber, placesOf, tidied } from './form';

describe('a customer that is edited', () => {
  it('and not changed is sent as it was read', () => {
    const body = bodyOf(formOf(maryam), maryam);
    expect(body).toMatchObject({
      kind: 'PERSON',
      name: maryam.name,
      sayAs: 'Maryam Jafari',
      company: { id: 31 },
      owner: { login: 'leila' },
      mails: maryam.mails,
      addresses: maryam.addresses,
      tags: maryam.tags,
      fields: maryam.fields,
      source: 'erp',
      sourceKey: 'C-00917',
    });
    expect(body.numbers).toEqual(
      maryam.numbers.map(({ id, raw, extension, label, moved }) => ({ id, raw, extension, label, moved })),
    );
  });

  it('leaves out lines in which nobody wrote', () => {
    const form = {
      ...formOf(maryam),
      numbers: [newNumber(), newNumber('021 5'), newNumber('  ')],
      mails: [{ key: 'a', address: ' ' }],
      addresses: [newAddress()],
    };
    const body = bodyOf(form, null);
    expect([body.numbers.length, body.mails, body.addresses]).toEqual([1, [], []]);
  });

  it('keeps a known number that was emptied, so that the server says what is wrong with it', () => {
    const form = formOf(maryam);
    const [first, ...others] = form.numbers;
    if (first === undefined) {
      throw new Error('she has numbers');
    }
    const body = bodyOf({ ...form, numbers: [{ ...first, raw: '' }, ...others] }, null);
    expect(body.numbers[0]).toMatchObject({ id: 1, raw: '' });
  });

  it('has the line of a fault at the same place as what was sent', () => {
    const form = { ...formOf(maryam), numbers: [newNumber(), newNumber('x')] };
    const tidy = tidied(form);
    expect(bodyOf(tidy, null).numbers).toHaveLength(tidy.numbers.length);
    expect(placesOf(tidy, ['contract'])).toEqual(
      expect.arrayContaining(['numbers[0].raw', 'mails[1]', 'addresses[0].country', 'fields.contract']),
    );
  });

  it('takes an emptied text and an emptied own field away', () => {
    const form = { ...formOf(maryam), sayAs: ' ', owner: '', fields: { ...maryam.fields, contract: '' } };
    const body = bodyOf(form, null);
    expect([body.sayAs, body.owner, body.fields['contract']]).toEqual([null, null, undefined]);
    expect(body.fields['visited']).toBe(true);
  });

  it('works for no company when it is one', () => {
    const form = { ...emptyForm('COMPANY'), company: { id: 1, name: 'a' } };
    expect(bodyOf(form, null).company).toBeNull();
  });
});
