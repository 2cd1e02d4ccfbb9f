import type { App } from '../../../../simulator/state/types.ts';
import type { ChangeFile } from '../change-file.ts';
import type { Member } from '../crowd.ts';

/** Something that a deployment may do to one member of a crowd. */
export type Kind = {
  readonly id: string;
  readonly fits: (member: Member) => boolean;
  readonly file: (member: Member) => ChangeFile;
};

export const always = (): boolean => true;

/** Goes through an app of that kind, which is there still. */
export const hasApp =
  (kind: App['kind']) =>
  ({ app }: Member): boolean =>
    app?.kind === kind && !app.deleted;
