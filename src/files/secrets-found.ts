/**
 * Which rules of a well-kept set find a secret in a text, by their names. What is looked for there was hidden before: whatever they find was overlooked.
 * The set is loaded when something is to be written.
 */
export const secretsFoundIn = async (content: string): Promise<readonly string[]> => {
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const id = '@secretlint/secretlint-rule-preset-recommend';
  const { messages } = await lintSource({
    source: { content, filePath: 'output.txt', ext: '.txt', contentType: 'text' },
    options: { config: { rules: [{ id, rule: creator, rules: [] }] }, noPhysicFilePath: true },
  });
  return [...new Set(messages.map(({ ruleId }) => ruleId.replace(/^.*secretlint-rule-/u, '')))];
};
