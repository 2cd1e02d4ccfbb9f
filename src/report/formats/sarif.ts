import { defined } from '../../model/index.ts';
import { sayFrom, type Say } from '../say.ts';
import { linesOf, type Judgement, type Level, type Place } from './judgement.ts';
import type { Sheet, Written } from './sheet.ts';

/** What was not decided is no failure: the level of every kind but `fail` is `none`. Source: SARIF 2.1.0, 3.27.9 and 3.27.10. */
const kinds: Readonly<Record<Level, { readonly kind: string; readonly level: string }>> = {
  failed: { kind: 'fail', level: 'error' },
  undecided: { kind: 'open', level: 'none' },
  warned: { kind: 'fail', level: 'warning' },
  noted: { kind: 'informational', level: 'none' },
  passed: { kind: 'pass', level: 'none' },
  'not-seen': { kind: 'open', level: 'none' },
};

const physical = ({ path, line, column }: Place): object => ({
  artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')), uriBaseId: '%SRCROOT%' },
  region: { startLine: line ?? 1, ...defined({ startColumn: column }) },
});

const location = ({ about, place }: Judgement, pipeline: string | undefined): object => {
  const file = place ?? (pipeline === undefined ? undefined : { path: pipeline });
  return defined({
    physicalLocation: file === undefined ? undefined : physical(file),
    logicalLocations: [{ fullyQualifiedName: about }],
  });
};

const rule = (id: string, judgements: readonly Judgement[], say: Say): object => ({
  id,
  shortDescription: { text: judgements[0]?.title ?? id },
  help: { text: judgements.find(({ more }) => more !== undefined)?.more ?? say('help') },
});

/** SARIF 2.1.0. The code that the command ends with stands in `invocations`. */
export const sarif = ({ command, judgements }: Sheet, { words, exit, at, place }: Written): string => {
  const say = sayFrom(words, 'formats');
  const rules = Map.groupBy(judgements, (one) => one.rule);
  const ids = [...rules.keys()];
  const results = judgements.map((one) => ({
    ruleId: one.rule,
    ruleIndex: ids.indexOf(one.rule),
    ...kinds[one.level],
    message: { text: [one.title, ...linesOf(one, say)].join('\n') },
    locations: [location(one, place)],
    partialFingerprints: { 'ruleAndSubject/v1': `${one.rule}/${one.about}` },
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sf-plugin-auth-doctor',
            rules: [...rules].map(([id, all]) => rule(id, all, say)),
          },
        },
        automationDetails: { id: `${command.replaceAll(' ', '-')}/` },
        invocations: [
          { executionSuccessful: true, exitCode: exit.code, exitCodeDescription: exit.meaning, endTimeUtc: at },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};
