import { outOfTime } from '../../oauth/index.ts';
import { unknown, type Source, type Unknown } from '../../model/index.ts';

/** The fact that a host did not give, since it could not be reached. */
export const unanswered = (trouble: string, source: Source): Unknown =>
  unknown(trouble === 'ETIMEDOUT' || trouble === outOfTime ? 'timed-out' : 'unreachable', undefined, source);
