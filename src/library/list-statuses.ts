import { defined } from '../model/index.ts';
import type { LoginStatuses } from '../model/index.ts';
import { listStatusTexts, readStatus } from '../recognition/index.ts';
import { words } from './catalogue.ts';
import { causeOf } from './cause-of.ts';

/** Every status that login rows are known to hold, and what it means. */
export const listStatuses = (): LoginStatuses => ({
  schemaVersion: 1,
  statuses: listStatusTexts().map((text) => {
    const { success, decides, suspects } = readStatus(text.status);
    const cause = decides === undefined ? undefined : causeOf(decides);
    return {
      ...text,
      success,
      ...(cause === undefined
        ? {}
        : {
            cause: cause.id,
            title: words.text(`cause.${cause.id}`, 'title'),
            // What helps only by what proved the cause is for the doctor, who sees that.
            ...defined({ who: cause.remedies.find(({ provedBy }) => provedBy === undefined)?.who }),
          }),
      suspects,
    };
  }),
});
