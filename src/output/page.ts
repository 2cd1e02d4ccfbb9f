import type { Words } from '../words/index.ts';

/** What a report is written on. */
export type Page = { readonly width: number; readonly colour: boolean; readonly words: Words };
