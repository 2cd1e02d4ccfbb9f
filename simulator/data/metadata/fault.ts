/** A refusal of a Metadata API call. The message is without the code. */
export class MetadataFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'MetadataFault';
    this.code = code;
  }
}

export const illegalSession = (): MetadataFault =>
  new MetadataFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');

export const mayNotUse = (): MetadataFault =>
  new MetadataFault(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
  );

export const noSuchType = (): MetadataFault =>
  new MetadataFault('INVALID_TYPE', 'This type of metadata is not available for this organization');

export const notInVersion = (type: string): MetadataFault =>
  new MetadataFault('INVALID_TYPE', `Cannot use: ${type} in this version`);
