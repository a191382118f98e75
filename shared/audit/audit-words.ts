import type { AuditGroup, AuditWords } from './audit-group.ts';
import { WORDS_OF_CALLS } from './words-of-calls.ts';
import { WORDS_OF_THE_CENTER } from './words-of-the-center.ts';
import type { JournalEvent } from '../journal/journal-event.ts';

/**
 * How the audit says each event. An event without a line here does not compile. The sentence holds nothing of what
 * the event says: whoever looks through the audit learns that it happened, when and by whom.
 */
export const AUDIT_WORDS: Readonly<Record<JournalEvent['type'], AuditWords>> = {
  ...WORDS_OF_CALLS,
  ...WORDS_OF_THE_CENTER,
};

/** Of a file that a later CareDesk has written. */
const UNKNOWN: AuditWords = ['store', 'Something this CareDesk does not know'];

export function auditWords(type: string): AuditWords {
  return Object.hasOwn(AUDIT_WORDS, type) ? AUDIT_WORDS[type as JournalEvent['type']] : UNKNOWN;
}

/** The event types a filter asks for; null when it asks for all of them. */
export function typesOf(group: AuditGroup | null, failedOnly: boolean): readonly string[] | null {
  if (group === null && !failedOnly) return null;
  return Object.entries(AUDIT_WORDS)
    .filter(([, [of]]) => group === null || of === group)
    .filter(([, [, , failed]]) => !failedOnly || failed === 'failed')
    .map(([type]) => type);
}
