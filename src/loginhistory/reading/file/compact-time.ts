const letters = [0x2d, 0x2d, 0x54, 0x3a, 0x3a];
const cuts = [4, 6, 8, 10, 12];

/**
 * `20231218054831.655`, the TIMESTAMP of event log files (UTC), as `2023-12-18T05:48:31.655Z`. Gives how many bytes were
 * written; 0 where the field is something else.
 */
export const writeCompactTime = (bytes: Uint8Array, start: number, end: number, into: Uint8Array): number => {
  const length = Math.min(end - start, 18);
  if (length < 14) return 0;
  let written = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[start + at] ?? 0;
    if (at < 14 && (byte < 0x30 || byte > 0x39)) return 0;
    const cut = cuts.indexOf(at);
    if (cut !== -1) {
      into[written] = letters[cut] ?? 0;
      written += 1;
    }
    into[written] = byte;
    written += 1;
  }
  into[written] = 0x5a;
  return written + 1;
};
