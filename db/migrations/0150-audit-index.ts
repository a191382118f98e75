/**
 * One index answers what two did: every entry writes each of them while a person waits, and the audit is looked
 * through a few times a week.
 */
export const auditIndexSchema = `
  DROP INDEX IF EXISTS journal_type;
  DROP INDEX IF EXISTS journal_by;
  CREATE INDEX journal_type_by ON journal (type, by_operator);
`;
