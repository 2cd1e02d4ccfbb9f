/** For Node programs: why was this login refused, and what can a program do about it. Loads none of the CLI's packages. */
export { diagnose, type DiagnoseRequest } from './library/diagnose.ts';
export { explain } from './library/explain.ts';
export { recognize } from './library/recognize.ts';
export { isTransient, type RecognizeOptions } from './library/recognize-ids.ts';
export { denied, known, unknown } from './model/index.ts';
export type {
  Actor,
  Advice,
  BlindSpot,
  CauseId,
  CausePage,
  Change,
  Channel,
  Diagnosis,
  Evidence,
  Fact,
  FactName,
  Facts,
  Finding,
  FindingRemedy,
  FindingSign,
  Flow,
  Gate,
  Integration,
  Outcome,
  PageRemedy,
  Recognition,
  RecognizedCause,
  Refusal,
  Role,
  Source,
  TargetOrg,
} from './model/index.ts';
