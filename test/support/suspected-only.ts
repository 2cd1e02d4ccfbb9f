/** Causes that no fact proves in their own scenario, each with the reason: there the cause is the first root, and suspected. */
export const suspectedOnly: ReadonlyMap<string, string> = new Map([
  ['app-handler-refuses', 'what the Apex class of an app says of a user, only that class knows'],
  ['jwt-malformed', 'its wording is shared, and the list of what else is answered so is not known to be whole'],
  ['wrong-token-type', 'its wording is shared with a wrong header, and no org tells which token came'],
]);
