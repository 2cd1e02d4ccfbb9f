import type { Say } from '../say.ts';
import { span, utc } from '../time.ts';
import { wrap } from '../wrap.ts';
import { element, textIn } from './escape.ts';

/** `good`: a login that went well; `bad`: one that did not; `change`: what somebody did; `ahead`: what is still to come. */
export type Moment = { readonly at: string; readonly kind: 'good' | 'bad' | 'change' | 'ahead'; readonly text: string };

const width = 360;
const line = 17;
const gap = 12;
const axis = 14;
const left = 32;

/** Columns of text that fit beside the axis at 13 units a letter's height. */
const columns = 46;

/** A sign of its own for each kind, so that no colour is needed to tell them apart. */
const signs: Readonly<Record<Moment['kind'], string>> = {
  good: '<circle r="6" fill="var(--ok)"/>',
  bad: '<path d="M-6 -6L6 6M-6 6L6 -6" stroke="var(--bad)" stroke-width="3"/>',
  change: '<path d="M0 -7L7 0L0 7L-7 0Z" fill="var(--text)"/>',
  ahead: '<circle r="5" fill="none" stroke="var(--text)" stroke-width="2" stroke-dasharray="3 2"/>',
};

/** How long after the moment before. */
const later = ({ at }: Moment, before: Moment | undefined, say: Say): string =>
  before === undefined ? '' : ` ${say('timeline.later', { span: span(Date.parse(at) - Date.parse(before.at)) })}`;

const textAt = (y: number, text: string, more: Readonly<Record<string, string>> = {}): string =>
  textIn('text', text, { x: left, y, ...more });

/** Moments one below the other, the earliest first: as narrow as a telephone, so that it is readable there. */
export const timelineSvg = (moments: readonly Moment[], say: Say): string => {
  let y = 18;
  const drawn = moments.map((moment, index) => {
    const top = y;
    const lines = wrap(moment.text, columns);
    const time = `${utc(moment.at)}${later(moment, moments[index - 1], say)}`;
    y += line * (lines.length + 1) + gap;
    return element(
      'g',
      {},
      `<g transform="translate(${axis} ${top - 4})">${signs[moment.kind]}</g>`,
      textAt(top, time, { class: 'when' }),
      ...lines.map((text, at) => textAt(top + line * (at + 1), text)),
    );
  });
  const last = moments.at(-1);
  const description = say('timeline.desc', {
    count: moments.length,
    from: utc(moments[0]?.at ?? ''),
    to: utc(last?.at ?? ''),
  });
  const foot = y - gap;
  return element(
    'figure',
    { class: 'timeline' },
    element(
      'svg',
      { viewBox: `0 0 ${width} ${foot}`, role: 'img', 'aria-labelledby': 'timeline-title timeline-desc' },
      textIn('title', say('title.timeline'), { id: 'timeline-title' }),
      textIn('desc', description, { id: 'timeline-desc' }),
      `<line x1="${axis}" y1="8" x2="${axis}" y2="${foot}" stroke="var(--line)" stroke-width="2"/>`,
      ...drawn,
    ),
  );
};
