import type { Preview } from '../../model/index.ts';
import type { Verdict } from '../brief/verdict.ts';
import type { Say } from '../say.ts';

/** What must be mended in the files, whoever logs in. */
const wrongIn = ({ lint }: Preview): number => lint.filter(({ level }) => level === 'error').length;

/** What stands beside the answer: how many cannot be told, and what must be mended in the files. */
const besides = (preview: Preview, say: Say): string => {
  const { refused, untold } = preview.counts;
  const wrong = wrongIn(preview);
  return [
    ...(refused === 0 || untold === 0 ? [] : [say.count('also.untold', untold)]),
    ...(wrong === 0 ? [] : [say.count('also.files', wrong)]),
  ]
    .map((text) => ` ${text}`)
    .join('');
};

const ofFiles = (preview: Preview, say: Say): Verdict => {
  const wrong = wrongIn(preview);
  return wrong === 0
    ? { mark: '?', tone: 'unsure', text: say('verdict.files') }
    : { mark: '✖', tone: 'bad', text: say.count('verdict.files-wrong', wrong) };
};

const ofLogins = ({ counts, at, outcome }: Preview, say: Say, on: string): Verdict => {
  const { integrations: all, refused, untold } = counts;
  const day = at === undefined ? '' : '-at';
  if (refused > 0) {
    const text = say.count(`verdict.refused${day}`, refused, { all, on });
    return outcome === 'refused' ? { mark: '✖', tone: 'bad', text } : { mark: '!', tone: 'unsure', text };
  }
  if (untold > 0) return { mark: '?', tone: 'unsure', text: say.count('verdict.untold', untold, { all }) };
  if (outcome === 'untold') return { mark: '?', tone: 'unsure', text: say('verdict.blind', { all }) };
  return { mark: '✔', tone: 'good', text: say(`verdict.clear${day}`, { all, on }) };
};

/** The answer, in the first line of every screen and page. `on`: the day by whose calendar it was judged. */
export const verdictOn = (preview: Preview, say: Say, on: string): Verdict => {
  const { counts, targetOrg } = preview;
  if (counts.integrations === 0 && targetOrg === undefined) return ofFiles(preview, say);
  const rest = besides(preview, say);
  if (counts.integrations === 0) return { mark: '?', tone: 'unsure', text: `${say('verdict.nobody')}${rest}` };
  const verdict = ofLogins(preview, say, on);
  return { ...verdict, text: `${verdict.text}${rest}` };
};
