import { Refused } from '../link/http';
import { customer, writeCustomer } from './api';
import { bodyOf, formOf, newNumber } from './form';

const MOST_TRIES = 3;

/** The number is theirs from now on; who has it already stays as they are. Somebody else's change in between is kept. */
export async function addNumber(id: number, raw: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const known = await customer(String(id));
    if (known.numbers.some((number) => number.e164 === raw && number.extension === null)) {
      return;
    }
    const form = formOf(known);
    try {
      await writeCustomer(
        id,
        known.version,
        bodyOf({ ...form, numbers: [...form.numbers, newNumber(raw)] }, known),
      );
      return;
    } catch (error) {
      if (!(error instanceof Refused && error.status === 412) || tries === MOST_TRIES) {
        throw error;
      }
    }
  }
}
