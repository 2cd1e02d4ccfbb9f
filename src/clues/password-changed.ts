import { clueAboutFailure, suggests } from '../model/index.ts';
import type { CauseId, Clue } from '../model/index.ts';
import { isNamed } from './named.ts';
import { span } from './times.ts';

/**
 * The password was changed after the last login that worked: whoever still sends the old one, or the old security token
 * (a change of password ends it), is refused since. A hint only, and only where a wording leaves the cause open.
 */
export const passwordChanged = (id: CauseId): Clue =>
  clueAboutFailure('password-changed', ['user', 'loginRows', 'refusals'], ({ user, loginRows, refusals }) => {
    const changedAt = user?.lastPasswordChangeAt;
    const lastSuccess = loginRows.find(({ success }) => success)?.at;
    if (changedAt === undefined || lastSuccess === undefined || !isNamed(refusals, id)) return undefined;
    return span(lastSuccess, changedAt) > 0 ? suggests({ changedAt, lastSuccess }) : undefined;
  });
