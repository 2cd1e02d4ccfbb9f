/** The highest of the versions that an org lists at `/services/data`. */
export const newestIn = (body: string): string | undefined => {
  try {
    const listed: unknown = JSON.parse(body);
    const versions = Array.isArray(listed) ? listed.map(versionOf).filter((version) => version !== undefined) : [];
    return versions.toSorted((one, other) => Number(one) - Number(other)).at(-1);
  } catch {
    return undefined;
  }
};

const versionOf = (entry: unknown): string | undefined =>
  typeof entry === 'object' && entry !== null && 'version' in entry && /^\d{2,3}\.0$/u.test(String(entry.version))
    ? String(entry.version)
    : undefined;
