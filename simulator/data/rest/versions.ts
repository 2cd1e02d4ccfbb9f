const oldestVersion = 31;
const newestVersion = 67;

const seasons = ['Summer', 'Winter', 'Spring'];

/** Summer '14 is 31; a winter release carries the next year's number. Spring ’18 really has a typographic apostrophe. */
const labelOf = (version: number): string => {
  const step = version - oldestVersion;
  const year = 14 + Math.floor((step + 2) / 3);
  return `${seasons[step % 3] ?? ''} ${version === 42 ? '’' : "'"}${year}`;
};

export const versions: ReadonlyArray<{ label: string; url: string; version: string }> = Array.from(
  { length: newestVersion - oldestVersion + 1 },
  (_, step) => {
    const version = oldestVersion + step;
    return { label: labelOf(version), url: `/services/data/v${version}.0`, version: `${version}.0` };
  },
);

/** `v64.0` -> 64; undefined for what is no served version. */
export const versionIn = (segment: string): number | undefined => {
  const version = Number(/^v(\d+)\.0$/.exec(segment)?.[1] ?? Number.NaN);
  return version >= oldestVersion && version <= newestVersion ? version : undefined;
};
