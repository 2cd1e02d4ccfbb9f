export * from './credential.ts';
export * from './key-file.ts';
export * from './stored-credential.ts';
export * from './stored-login.ts';
