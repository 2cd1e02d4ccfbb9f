import { element, textIn } from '../html/escape.ts';
import { sayFrom, type Say } from '../say.ts';
import { linesOf, type Judgement } from './judgement.ts';
import type { Sheet, Written } from './sheet.ts';

/** XML 1.0 has no place for these, not even escaped. */
const xml = (text: string): string => text.toWellFormed().replaceAll(/[\uFFFE\uFFFF]/gu, '');

const body = (judgement: Judgement, say: Say): string => linesOf(judgement, say).join('\n');

const result = (judgement: Judgement, say: Say): string => {
  const { level, rule: type, title: message } = judgement;
  switch (level) {
    case 'failed':
      return textIn('failure', body(judgement, say), { type, message });
    case 'undecided':
      return textIn('error', body(judgement, say), { type, message });
    case 'not-seen':
      return textIn('skipped', message);
    case 'warned':
    case 'noted':
      return textIn('system-out', `${say(`level.${level}`)}: ${message}\n${body(judgement, say)}`);
    case 'passed':
      return '';
  }
};

const testCase = (judgement: Judgement, say: Say): string =>
  element(
    'testcase',
    { classname: judgement.about, name: say('case', { rule: judgement.rule, title: judgement.title }), time: 0 },
    result(judgement, say),
  );

/** JUnit's XML, as Jenkins reads it: what fails the command is a failure, what it could not decide is an error. */
export const junit = ({ command, judgements }: Sheet, { words, at }: Written): string => {
  const say = sayFrom(words, 'formats');
  const count = (level: Judgement['level']): number => judgements.filter((one) => one.level === level).length;
  const counts = { tests: judgements.length, failures: count('failed'), errors: count('undecided') };
  const suite = element(
    'testsuite',
    { name: command, ...counts, skipped: count('not-seen'), time: 0, timestamp: at.slice(0, 19) },
    ...judgements.map((one) => testCase(one, say)),
  );
  return xml(`<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: command, ...counts }, suite)}\n`);
};
