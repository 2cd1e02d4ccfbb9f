import { known, type IpRange } from '../../model/index.ts';
import { profileQuestion } from './profile.ts';
import { rowsOf, text } from './rows.ts';

export const loginIpRanges = profileQuestion<readonly IpRange[]>((metadata, source) =>
  known(
    rowsOf(metadata.loginIpRanges).map(({ startAddress, endAddress }) => ({
      start: text(startAddress) ?? '',
      end: text(endAddress) ?? '',
    })),
    source,
  ),
);
