import { sayFrom } from '../say.ts';
import { byLevel, isProblem, linesOf, type Judgement, type Level } from './judgement.ts';
import type { Sheet, Written } from './sheet.ts';

/** Of what did not fail and was not left open there is no annotation: the summary has it. */
const commands: Readonly<Partial<Record<Level, string>>> = {
  failed: 'error',
  undecided: 'error',
  warned: 'warning',
  noted: 'notice',
};

/** Source: `escapeData` and `escapeProperty` of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Annotations of a workflow, what counts first: GitHub shows ten of a kind in a step. */
export const github = ({ judgements }: Sheet, { words }: Written): string => {
  const say = sayFrom(words, 'formats');
  const line = (one: Judgement): string => {
    const { place, title, about, rule, level } = one;
    const properties = [
      ...(place === undefined ? [] : [`file=${property(place.path)}`, `line=${place.line ?? 1}`]),
      ...(place?.column === undefined ? [] : [`col=${place.column}`]),
      `title=${property(say('case', { rule, title }))}`,
    ].join(',');
    return `::${commands[level] ?? 'debug'} ${properties}::${data([about, ...linesOf(one, say)].join('\n'))}`;
  };
  const annotations = byLevel(judgements).filter(isProblem).map(line);
  return annotations.map((one) => `${one}\n`).join('');
};
