/** A public page that allows to ask for an object, or for a metadata type. */
export type Document = {
  /** The object, with `tooling:` before one of the Tooling API, or with `metadata:` the metadata type. */
  readonly of: string;
  readonly url: string;
  /** The day on which somebody last looked. */
  readonly checked: string;
  /** What stands there: what can be asked; that it is "for internal use only"; or no more than that it is there, as public code has it. */
  readonly tells: 'fields' | 'internal-use' | 'existence';
};

const guides = 'https://developer.salesforce.com/docs';

const objectPage = (name: string): string =>
  `${guides}/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_${name.toLowerCase()}.htm`;

/** Its page in the Object Reference. */
export const sobject = (name: string, checked: string): Document => ({
  of: name,
  url: objectPage(name),
  checked,
  tells: 'fields',
});

/** Its page in the Object Reference, which says "For internal use only". */
export const internalSobject = (name: string, checked: string): Document => ({
  ...sobject(name, checked),
  tells: 'internal-use',
});

/** Its page in the Tooling API guide. */
export const toolingObject = (name: string, checked: string): Document => ({
  of: `tooling:${name}`,
  url: `${guides}/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_${name.toLowerCase()}.htm`,
  checked,
  tells: 'fields',
});

/** Its page in the Metadata API guide. */
export const metadataType = (name: string, checked: string): Document => ({
  of: `metadata:${name}`,
  url: `${guides}/atlas.en-us.api_meta.meta/api_meta/meta_${name.toLowerCase()}.htm`,
  checked,
  tells: 'fields',
});

/** No page has it: types made from the Tooling WSDL, which Salesforce publishes, do. */
export const inToolingWsdl = (name: string, checked: string): Document => ({
  of: `tooling:${name}`,
  url: 'https://www.npmjs.com/package/@salesforce/types/v/1.9.0',
  checked,
  tells: 'existence',
});

/** No page has it: stubs made from an org's own description do. */
export const inOrgStubs = (name: string, checked: string): Document => ({
  of: name,
  url: 'https://github.com/apex-dev-tools/sobject-types',
  checked,
  tells: 'existence',
});
