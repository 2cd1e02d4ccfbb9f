/**
 * Keys of other services, by the beginning that each gives them so that a scanner can know them; they stand in the same logs. Sources: the
 * rules of https://github.com/secretlint/secretlint, and https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns.
 */
const keys: readonly string[] = [
  // Slack.
  String.raw`xox[a-z]-[\w-]{10,}`,
  String.raw`xapp-[\w-]{10,}`,
  // GitHub, GitLab.
  String.raw`gh[a-z]_[A-Za-z0-9]{20,}`,
  String.raw`github_pat_\w{20,}`,
  String.raw`gl(?:pat|dt|rt|cbt|ptt|soat|ft|imt|agent|oas)-[\w-]{20,}`,
  // Amazon, Google, DigitalOcean, Databricks, Vault.
  String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
  String.raw`AIza[\w-]{30,}`,
  String.raw`GOCSPX-[\w-]{20,}`,
  String.raw`ya29\.[\w-]{20,}`,
  String.raw`do[opr]_v1_[a-f0-9]{40,}`,
  String.raw`dapi[a-f0-9]{32}`,
  String.raw`hv[sbr]\.[\w-]{20,}`,
  // Registries.
  String.raw`npm_[A-Za-z0-9]{30,}`,
  String.raw`pypi-[\w-]{40,}`,
  String.raw`dckr_[a-z]{3}_[\w-]{20,}`,
  // Mail, payment, shops.
  String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
  String.raw`[sr]k_(?:live|test)_[A-Za-z0-9]{16,}`,
  String.raw`shp[a-z]{2}_[A-Fa-f0-9]{32}`,
  // Models, documents, plans, charts.
  String.raw`gsk_[A-Za-z0-9]{40,}`,
  String.raw`sk-(?=[A-Za-z_-]{0,100}\d)[\w-]{20,}`,
  String.raw`hf_[A-Za-z0-9]{30,}`,
  String.raw`(?:ntn|secret)_[A-Za-z0-9]{40,}`,
  String.raw`lin_api_[A-Za-z0-9]{30,}`,
  String.raw`figd_[\w-]{30,}`,
  String.raw`glsa_\w{30,}`,
  String.raw`HRKU-[\w-]{30,}`,
  String.raw`PMAK-[\w-]{40,}`,
];

/** Each begins where a run of letters and digits begins. */
export const foreignKey = new RegExp(String.raw`(?<![A-Za-z0-9_])(?:${keys.join('|')})`, 'gu');
