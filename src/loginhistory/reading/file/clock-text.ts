import { defined } from '../../../model/index.ts';
/** A date and time as written, not yet placed in a zone or in an order of day and month. */
export type WrittenTime = {
  /** The three numbers of the date, as they stand. */
  readonly numbers: readonly [number, number, number];
  /** `year-first`: the order is plain. `dots`: day first, as everywhere where dates are written with dots. */
  readonly shape: 'year-first' | 'dots' | 'open';
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `AM` or `PM` stood there, in any language. */
  readonly twelve: boolean;
  /** What stands behind: `PST`, `+0100`, `Z` ... */
  readonly zone?: string;
};

const pattern =
  /^(?<x>\d{1,4})(?<sign>[-/.]) ?(?<y>\d{1,2})\k<sign> ?(?<z>\d{1,4})\.?,?(?:T| )(?<before>\p{L}[\p{L}.]* )?(?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.](?<second>\d\d)(?:[.,]\d+)?)? ?(?<after>\S.*)?$/u;

const hasHalfDays = [
  'en',
  'en-GB',
  'es',
  'ja',
  'ko',
  'zh',
  'zh-TW',
  'ar',
  'hi',
  'bn',
  'ta',
  'el',
  'sq',
  'vi',
  'ms',
  'bg',
];

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, '');

/** What the locales call the two halves of a day. */
const halfDays = (): ReadonlyMap<string, 'am' | 'pm'> => {
  const found = new Map<string, 'am' | 'pm'>([
    ['am', 'am'],
    ['pm', 'pm'],
  ]);
  for (const locale of hasHalfDays) {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hourCycle: 'h12', timeZone: 'UTC' });
    for (const [half, at] of [
      ['am', 9],
      ['pm', 21],
    ] as const) {
      const part = format.formatToParts(Date.UTC(2026, 0, 1, at)).find(({ type }) => type === 'dayPeriod');
      if (part !== undefined) found.set(bare(part.value), half);
    }
  }
  return found;
};

let names: ReadonlyMap<string, 'am' | 'pm'> | undefined;

const halfDay = (word: string): 'am' | 'pm' | undefined => {
  names ??= halfDays();
  return names.get(bare(word));
};

type Behind = { readonly half?: 'am' | 'pm'; readonly zone?: string };

const zoned = (zone: string): Behind => (zone === '' ? {} : { zone });

/** `PM PST`, `p. m.`, `+0100`: half of the day, then zone. */
const readBehind = (text: string): Behind => {
  const words = text.split(' ').filter((word) => word !== '');
  for (const length of [2, 1]) {
    const half = words.length < length ? undefined : halfDay(words.slice(0, length).join(''));
    if (half !== undefined) return { half, ...zoned(words.slice(length).join(' ')) };
  }
  return zoned(words.join(' '));
};

const hourOf = (written: number, half: 'am' | 'pm' | undefined): number | undefined => {
  if (half === undefined) return written < 24 ? written : undefined;
  if (written < 1 || written > 12) return undefined;
  return (written % 12) + (half === 'pm' ? 12 : 0);
};

/** ICU writes other spaces before AM and PM, marks of direction, and joins Chinese and Japanese halves to the hour. */
const straight = (text: string): string =>
  text
    .replaceAll(/[\u200e\u200f\u061c]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?<=[\p{Script=Han}\p{Script=Hangul}])(?=\d)/gu, ' ')
    .trim();

type Parts = Readonly<Record<string, string | undefined>>;

const shapeOf = ({ x = '', sign }: Parts): WrittenTime['shape'] => {
  if (x.length > 2) return 'year-first';
  return sign === '.' ? 'dots' : 'open';
};

/** Undefined where the text is no date with a time of day. */
export const readWrittenTime = (text: string): WrittenTime | undefined => {
  const parts: Parts | undefined = pattern.exec(straight(text))?.groups;
  if (parts === undefined) return undefined;
  const before = parts.before === undefined ? undefined : halfDay(parts.before);
  if (parts.before !== undefined && before === undefined) return undefined;
  const behind = readBehind(parts.after ?? '');
  const half = before ?? behind.half;
  const hour = hourOf(Number(parts.hour), half);
  const [minute, second] = [Number(parts.minute), Number(parts.second ?? 0)];
  if (hour === undefined || minute > 59 || second > 60) return undefined;
  return {
    numbers: [Number(parts.x), Number(parts.y), Number(parts.z)],
    shape: shapeOf(parts),
    hour,
    minute,
    second: Math.min(second, 59),
    twelve: half !== undefined,
    ...defined({ zone: behind.zone }),
  };
};
