import { filesOf, variable } from './files.ts';

const cause = (id: string, gate: string): string => `import { cause } from '../clues/cause.ts';

export default cause({
  id: '${id}',
  gate: '${gate}',
  blocks: true,
  sources: [],
  clues: [],
  remedies: [],
});
`;

/** Empty under each heading: the law of words names what is still to be written. */
const words = ['title', 'meaning', 'why', 'said-by-salesforce', 'verify'].map((heading) => `# ${heading}\n`).join('\n');

const test = (id: string): string => `import { expect } from 'chai';
import ${variable(id)} from '../../src/causes/${id}.ts';
import { standing } from '../support/standing.ts';

describe('${id}', () => {
  it('is confirmed by what proves it', () => {
    expect(standing(${variable(id)}, {}).standing).to.equal('confirmed');
  });

  it('is ruled out by what speaks against it', () => {
    expect(standing(${variable(id)}, {}).standing).to.equal('ruled-out');
  });
});
`;

const scenario = (id: string): string => `import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: '${id}',
  title: '',
  flow: 'jwt',
  breaks: () => undefined,
  prints: serviceLog,
  leaves: { told: '' },
});
`;

/** The files of a new cause, each as far as it can be written without knowing the cause. */
export const templates = (id: string, gate: string): ReadonlyMap<string, string> => {
  const files = filesOf(id);
  return new Map([
    [files.cause, cause(id, gate)],
    [files.words, words],
    [files.test, test(id)],
    [files.scenario, scenario(id)],
  ]);
};
