import { readFileSync } from 'node:fs';

export type Element = { type: string; array?: boolean; sinceApi?: number; fields?: Record<string, Element> };

export type MetadataType = {
  name: string;
  sinceApi?: number;
  suffix: string;
  folder: string;
  /** For settings: what `readMetadata` calls them. */
  member?: string;
  elements: Record<string, Element>;
};

const types = JSON.parse(readFileSync(new URL('../../facts/metadata.json', import.meta.url), 'utf8')) as Record<
  string,
  Omit<MetadataType, 'name'>
>;

export const metadataTypes: readonly MetadataType[] = Object.entries(types).map(([name, one]) => ({ name, ...one }));

export const metadataType = (name: string): MetadataType | undefined => metadataTypes.find((one) => one.name === name);
