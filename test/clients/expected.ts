import { expect } from 'chai';
import { recognize } from '../../src/index.ts';
import type { Recognition } from '../../src/index.ts';

/** Where a wording leaves it open, so many causes are looked at. */
const first = 3;

const names = ({ causes }: Recognition): readonly string[] => causes.map(({ id }) => id);

/**
 * The cause leads where the wording decides; else it stands among the first three. `open`: Salesforce gives this cause
 * the wording of so many others that it only has to be named.
 */
export const expectCause = (printed: unknown, cause: string, open: boolean): void => {
  const recognition = recognize(printed);
  const told = `${typeof printed === 'string' ? printed : String(printed)}\n=> ${names(recognition).join(', ')}`;
  const [likeliest] = recognition.causes;
  if (likeliest?.standing === 'confirmed') expect(likeliest.id, told).to.equal(cause);
  else expect(names(recognition).slice(0, open ? undefined : first), told).to.include(cause);
};
