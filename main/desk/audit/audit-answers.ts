import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { otherSigner } from '../access/second-person.ts';
import { auditLine, eventOf } from './audit-lines.ts';
import { auditPart } from './audit-part.ts';
import { ChainCheck } from './chain-check.ts';
import { recordingOf, takeNewKey } from './signing.ts';
import { findCallByNumber } from '#db/board/calls-projection.ts';
import { findIncidentByNumber } from '#db/board/incidents-projection.ts';
import { keptWords } from '#db/journal/kept-words.ts';
import { sealOf } from '#db/journal/seal.ts';
import { lastSeal, sealAt, sealedAt } from '#db/journal/sealed-rows.ts';
import { newestSought, type Sought } from '#db/journal/sought-entries.ts';
import { knownAuditKeys } from '#db/settings/audit-keys.ts';
import type { AuditEntryView, AuditFilter } from '#shared/audit/audit-view.ts';
import { typesOf } from '#shared/audit/audit-words.ts';
import type { auditTopics } from '#shared/contract/audit-topics.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';
import { mayRead } from '#shared/partition/partition.ts';
import { protectionOf } from '#shared/partition/protection.ts';
import { DESK_OPERATOR, type Role } from '#shared/roster/operator.ts';

const NEW_KEY = { whose: 'a second supervisor or administrator', what: 'A new signing key' };

/** Who did, read and let go what. That somebody looks is itself on record. */
export function auditAnswers(core: DeskCore): Answers<keyof typeof auditTopics> {
  const check = new ChainCheck(core);
  return {
    'audit.page': ({ filter, before, lines }) => {
      core.readings.ofAudit();
      const sought = soughtBy(core, filter);
      if (sought === null) return { lines: [], more: false };
      const to = Math.min(sought.to, (before ?? Infinity) - 1);
      // One more than is asked for tells whether there are more.
      const seqs = newestSought(core.db, { ...sought, to }, lines + 1);
      const shown = sealedAt(core.db, seqs.slice(0, lines));
      return { lines: shown.map((row) => auditLine(core, row)), more: seqs.length > lines };
    },

    'audit.entry': ({ seq }, session) => entryView(core, seq, operatorOf(session).role),

    'audit.standing': () => {
      const people = [...core.operators.values()]
        .map(({ operatorId, name }) => ({ operatorId, name }))
        .sort((a, b) => a.name.localeCompare(b.name));
      return {
        entries: core.journal.head(),
        people: [...people, { operatorId: DESK_OPERATOR, name: core.nameOf(DESK_OPERATOR) }],
        keys: knownAuditKeys(core.db),
        head: lastSeal(core.db)?.toString('hex') ?? null,
        check: check.view,
      };
    },

    'audit.check': (_input, session) => {
      check.begin(operatorOf(session).operatorId);
      return done(core, []);
    },

    'audit.export': () =>
      refuse(
        'no-window',
        'A file of the audit takes a window: start the console. On the command line it is desk audit --export.',
      ),

    'audit.renew-key': ({ secondPerson }, session) => {
      const by = operatorOf(session).operatorId;
      const second = otherSigner(core, session, secondPerson, 'read-audit', NEW_KEY);
      if (isRefusal(second)) return second;
      takeNewKey(recordingOf(core), by, second);
      return done(core, []);
    },

    'audit.print-key': () =>
      refuse(
        'no-window',
        'A page takes a window: start the console. On the command line it is desk audit-key.',
      ),
  };
}

/** What a filter looks for in the journal; null when there can be nothing. */
export function soughtBy(core: DeskCore, filter: AuditFilter): Sought | null {
  const { by, group, failedOnly, number, from, to } = filter;
  const incidentId = number === null ? null : incidentNumbered(core, number);
  if (incidentId === undefined) return null;
  const part = auditPart(core.db, core.journal.head(), { from, to });
  return { types: typesOf(group, failedOnly), by, incidentId, from: part.from, to: part.to };
}

/** The incident of that number, or the one a call of that number went to; undefined when there is neither. */
function incidentNumbered(core: DeskCore, number: number): string | undefined {
  const found = findIncidentByNumber(core.db, number);
  return found?.incidentId ?? findCallByNumber(core.db, number)?.incidentId ?? undefined;
}

function entryView(core: DeskCore, seq: number, role: Role): AuditEntryView | null {
  const [row] = sealedAt(core.db, [seq]);
  if (row === undefined) return null;
  const event = eventOf(core, row);
  const protection = event === null ? null : protectionOf(event);
  const before = sealAt(core.db, seq - 1);
  return {
    line: auditLine(core, row),
    type: row.type,
    stream: row.stream,
    hash: row.hash.toString('hex'),
    before: before.toString('hex'),
    sealed: sealOf(before, row).equals(row.hash),
    words: protection && {
      partition: protection.partition,
      are: !areKept(core, seq, protection.partition, row.body)
        ? 'gone'
        : mayRead(role, protection.partition)
          ? 'kept'
          : 'withheld',
    },
    body: role === 'admin' || event === null ? null : JSON.stringify(event, null, 2),
  };
}

type Kept = Parameters<typeof keptWords>[1];

/** Entries from before there were partitions hold their words themselves. */
function areKept(core: DeskCore, seq: number, partition: Kept, body: string): boolean {
  return !body.includes('"kept":{"partition":') || keptWords(core.db, partition, seq) !== null;
}
