/** For Node programs that only ask "retry, page the admin, or stop": without words, and without the CLI's packages. */
export {
  isTransient,
  recognize,
  type RecognitionIds,
  type RecognizedId,
  type RecognizeOptions,
} from './library/recognize-ids.ts';
export type { Actor, Advice, CauseId, Flow, Gate, Refusal } from './model/index.ts';
