import { known, type IpRange } from '../../model/index.ts';
import { profileQuestion } from './profile.ts';
import { needed, rowsOf, text } from './rows.ts';

export const loginIpRanges = profileQuestion<readonly IpRange[]>((metadata, source) =>
  known(
    rowsOf(metadata.loginIpRanges).map(({ startAddress, endAddress }) => ({
      start: needed(text(startAddress)),
      end: needed(text(endAddress)),
    })),
    source,
  ),
);
