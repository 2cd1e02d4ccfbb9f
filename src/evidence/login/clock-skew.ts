/** A `Date` header names the second that has begun: the server's clock stands half a second further on average. */
const halfSecond = 500;

export type Timed = {
  /** The `Date` header. */
  readonly date: string;
  /** Local clock before and after: epoch ms. */
  readonly asked: number;
  readonly answered: number;
};

/**
 * Local clock minus the server's, in ms, rounded to whole seconds. Zero where the clocks may agree, as far as
 * the round trip (half of it each way) and the precision of the header let us tell. Undefined where the header is no date.
 */
export const skewOf = ({ date, asked, answered }: Timed): number | undefined => {
  const server = Date.parse(date);
  if (Number.isNaN(server)) return undefined;
  const half = (answered - asked) / 2;
  const skew = asked + half - (server + halfSecond);
  return Math.abs(skew) <= half + halfSecond ? 0 : Math.round(skew / 1000) * 1000;
};
