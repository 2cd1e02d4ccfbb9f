export * from './auth-url.ts';
export * from './credential.ts';
export * from './environment.ts';
export * from './held.ts';
export * from './key-file.ts';
export * from './own-host.ts';
export * from './stored-credential.ts';
export * from './stored-login.ts';
