import { questionOf } from '../evidence/org/question-of.ts';
import type { FindingName } from '../evidence/org/question.ts';
import type { OrgRequest } from '../evidence/org-wire.ts';
import type { Cause, CauseId } from '../model/index.ts';

/** Two requests of one question differ in whom they ask about alone. */
export const labelOf = (request: OrgRequest): string => {
  const { api, object, columns } = questionOf(request);
  return `${api} ${object} ${columns.join(',')}`;
};

/** Which command sends what, and which finding it is for. */
export type Lean = {
  readonly asked: (command: string, request: OrgRequest) => void;
  readonly for: (finding: FindingName, requests: readonly OrgRequest[]) => void;
  readonly commands: (label: string) => readonly string[];
  readonly findings: (label: string) => readonly FindingName[];
};

const added = <T>(map: Map<string, Set<T>>, label: string, one: T): void => {
  map.set(label, (map.get(label) ?? new Set<T>()).add(one));
};

export const leaning = (): Lean => {
  const commands = new Map<string, Set<string>>();
  const findings = new Map<string, Set<FindingName>>();
  return {
    asked: (command, request) => added(commands, labelOf(request), command),
    for: (finding, requests) => {
      for (const request of requests) added(findings, labelOf(request), finding);
    },
    commands: (label) => [...(commands.get(label) ?? [])].toSorted(),
    findings: (label) => [...(findings.get(label) ?? [])].toSorted(),
  };
};

/** Causes with a clue that reads one of them. */
export const causesReading = (causes: readonly Cause[], findings: readonly string[]): readonly CauseId[] =>
  causes
    .filter(({ clues }) => clues.some(({ needs }) => needs.some((fact) => findings.includes(fact))))
    .map(({ id }) => id);
