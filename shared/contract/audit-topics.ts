import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { nothing, operatorId, passphrase } from './input-parts.ts';
import { AUDIT_GROUPS } from '../audit/audit-group.ts';
import type { AuditEntryView, AuditPage, AuditStanding } from '../audit/audit-view.ts';

const secondPerson = z.strictObject({ operatorId, passphrase });

const day = z.iso.date().nullable();

const filter = z
  .strictObject({
    by: operatorId.nullable(),
    group: z.enum(AUDIT_GROUPS).nullable(),
    failedOnly: z.boolean(),
    number: z.int().min(1).nullable(),
    from: day,
    to: day,
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'The last day is before the first',
  });

/** The audit: who did, read and let go what, and whether the record is whole. */
export const auditTopics = {
  /** Newest first. `before` is the sequence of the last line that is shown; null begins at the end. */
  'audit.page': query<AuditPage>()(
    'read-audit',
    z.strictObject({ filter, before: z.int().min(1).nullable(), lines: z.int().min(1).max(200) }),
  ),
  'audit.entry': query<AuditEntryView | null>()(
    'read-audit',
    z.strictObject({ seq: z.int().min(1) }),
  ),
  'audit.standing': query<AuditStanding>()('read-audit', nothing),
  /** Checks the whole chain beside the work; `audit.standing` says how far it is. */
  'audit.check': command('read-audit', nothing),
  /** Writes a signed file and says where it is. Only a window can. */
  'audit.export': command('read-audit', z.strictObject({ filter })),
  /** From now on exports are signed with a new key; what the one before has signed stays verifiable. Takes two people. */
  'audit.renew-key': command('read-audit', z.strictObject({ secondPerson })),
  /** A page with the fingerprint, to be given to whoever verifies an export. Only a window can. */
  'audit.print-key': command('read-audit', nothing),
} as const;
