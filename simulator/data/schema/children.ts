import type { SObject } from './objects.ts';

/** A list of children of an object, as a nested SELECT names it. */
export type Child = { name: string; object: string; column: string };

const children: Readonly<Record<string, readonly Child[]>> = {
  User: [{ name: 'PermissionSetAssignments', object: 'PermissionSetAssignment', column: 'AssigneeId' }],
  PermissionSet: [
    { name: 'Assignments', object: 'PermissionSetAssignment', column: 'PermissionSetId' },
    { name: 'SetupEntityAccessItems', object: 'SetupEntityAccess', column: 'ParentId' },
  ],
  ConnectedApplication: [{ name: 'SetupEntityAccessItems', object: 'SetupEntityAccess', column: 'SetupEntityId' }],
  ExternalClientApplication: [{ name: 'SetupEntityAccessItems', object: 'SetupEntityAccess', column: 'SetupEntityId' }],
};

export const childrenOf = (object: SObject): readonly Child[] =>
  object.api === 'rest' ? (children[object.name] ?? []) : [];

export const childOf = (object: SObject, name: string): Child | undefined =>
  childrenOf(object).find((one) => one.name.toLowerCase() === name.toLowerCase());
