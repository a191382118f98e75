/** What kind of entry it is, for whoever looks through the audit. */
export const AUDIT_GROUPS = [
  'sign-on',
  'account',
  'reading',
  'disclosure',
  'export',
  'decision',
  'call',
  'clinical',
  'person',
  'unit',
  'policy',
  'line',
  'store',
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

export const AUDIT_GROUP_LABELS: Readonly<Record<AuditGroup, string>> = {
  'sign-on': 'Sign-on',
  account: 'Accounts',
  reading: 'Reading',
  disclosure: 'Disclosure',
  export: 'Export and print',
  decision: 'Decisions',
  call: 'Calls and incidents',
  clinical: 'Clinical record',
  person: 'Known people',
  unit: 'Units and roster',
  policy: 'Policy and tables',
  line: 'Intake lines and imports',
  store: 'Store and copies',
};

/** How the audit says an event: its group, its sentence, and whether somebody was refused or something failed. */
export type AuditWords = readonly [group: AuditGroup, says: string, failed?: 'failed'];
