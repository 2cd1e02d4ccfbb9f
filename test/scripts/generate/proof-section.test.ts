import { expect } from 'chai';
import { permissionFor } from '../../../scripts/generate/permissions.ts';
import { proofSection } from '../../../scripts/generate/proof-section.ts';
import { causes } from '../../../src/causes/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const words = loadWords();

const sectionOf = (id: string): string => {
  const cause = causes.find((one) => one.id === id);
  if (cause === undefined) throw new Error(`no cause ${id}`);
  return proofSection(cause, words);
};

describe('how a cause is told, on its page', () => {
  it('names what proves it, what rules it out, and the permission of each fact', () => {
    const section = sectionOf('user-frozen');
    expect(section).to.match(/### Proved by\n\n[^#]*- The user is frozen now\./u);
    expect(section).to.match(/### Ruled out by\n\n[^#]*- The user is not frozen now\./u);
    expect(section).to.include('- Manage Users: whether the user is frozen or locked');
    expect(section).to.include('- Monitor Login History: ');
  });

  it('calls no text a proof that leaves other causes open', () => {
    expect(sectionOf('refresh-token-rotated')).to.not.match(/error text that means this and nothing else/u);
  });

  it('fills no sentence with a value of one login, and leaves no hole', () => {
    for (const cause of causes) expect(proofSection(cause, words), cause.id).to.not.match(/\{[a-z]|undefined/iu);
  });

  it('takes the permission from the question itself, and from what it waits for', () => {
    expect(permissionFor('userLogin')).to.equal('Manage Users');
    expect(permissionFor('app')).to.equal('View Setup and Configuration');
    expect(permissionFor('keyFile')).to.equal(undefined);
  });
});
