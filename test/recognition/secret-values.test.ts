import { expect } from 'chai';
import { elementAt, valueAt } from '../../src/recognition/secret-values.ts';

describe('values of secrets', () => {
  it('end where a word ends, by any mark', () => {
    for (const closer of [' ', '\t', '\r', '\n', '"', "'", '`', '&', '<', '>', ',', ';', ')', '}', ']', '\\'])
      expect(valueAt(`Summer${closer}x`, 0), closer).to.deep.equal({ from: 0, to: 6, quoted: false });
  });

  it('end at the tag, and are in no quotes there', () => {
    expect(elementAt('Summer</x>', 0)).to.deep.equal({ from: 0, to: 6, quoted: false });
  });
});
