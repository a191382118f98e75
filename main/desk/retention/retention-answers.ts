import {
  incidentOfRecord,
  incidentsOf,
  pastRecords,
  personOf,
  type PastRecords,
} from './due-records.ts';
import type { CopyDesk } from '../copies/copy-desk.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { approverOf, otherSigner } from '../access/second-person.ts';
import { findIncidentByNumber, incidentNumber } from '#db/board/incidents-projection.ts';
import { membersOf, rootOf } from '#db/board/people-projection.ts';
import {
  findLegalHold,
  legalHolds,
  retentionYears,
  shreddingsOf,
} from '#db/board/retention-projection.ts';
import { overwriting, rewriteKeys, shredWords, standingWords } from '#db/journal/shredded-words.ts';
import type { LegalHoldLine, PartitionStanding } from '#shared/board/retention-view.ts';
import type { retentionTopics } from '#shared/contract/retention-topics.ts';
import type { LegalHoldId, OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import {
  KEPT_PARTITIONS,
  PARTITION_LABELS,
  type KeptPartition,
} from '#shared/partition/partition.ts';
import { placeHold, releaseHold, setRetention } from '#shared/retention/decide-retention.ts';
import {
  SHREDDED_AT_ONCE,
  type Held,
  type LegalHold,
  type WordsShredded,
} from '#shared/retention/retention.ts';

const SECOND = 'a second administrator or supervisor';

/** How long protected words are kept, and the end of those that are past it. */
export function retentionAnswers(
  core: DeskCore,
  copies: CopyDesk,
): Answers<keyof typeof retentionTopics> {
  return {
    'retention.overview': () => ({
      years: retentionYears(core.db),
      partitions: KEPT_PARTITIONS.map((partition) => standingOf(core, partition)),
      holds: legalHolds(core.db).map((hold) => lineOf(core, hold)),
      owing: copies.thinning.standing(),
    }),

    'retention.set': ({ years }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          setRetention(retentionYears(core.db), years),
        ),
      ),

    'retention.hold': ({ number, what, reason }, session) => {
      const holdId = core.options.newId() as LegalHoldId;
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const held = heldBy(core, number, what);
        return isRefusal(held) ? held : placeHold(legalHolds(core.db), holdId, held, reason);
      });
      return done(core, outcome, holdId);
    },

    'retention.release-hold': ({ holdId, reason, secondPerson }, session) => {
      const by = operatorOf(session).operatorId;
      const second = approverOf(core, session, secondPerson, 'keep-retention', SECOND);
      if (isRefusal(second)) return second;
      return done(
        core,
        core.commit(by, () => releaseHold(findLegalHold(core.db, holdId), reason, by, second)),
      );
    },

    'retention.shred': ({ partition, expected, secondPerson }, session) => {
      const by = operatorOf(session).operatorId;
      const says = { whose: SECOND, what: 'Shredding' };
      const second = otherSigner(core, session, secondPerson, 'keep-retention', says);
      if (isRefusal(second)) return second;
      const outcome = overwriting(core.db, () =>
        core.commit(by, () => shredPast(core, partition, expected, second)),
      );
      // What copies hold of it goes next.
      if (!isRefusal(outcome)) copies.tick();
      return done(core, outcome);
    },
  };
}

function shredPast(
  core: DeskCore,
  partition: KeptPartition,
  expected: number,
  secondPerson: OperatorId,
): WordsShredded[] | Refusal {
  const years = retentionYears(core.db)[partition];
  const label = PARTITION_LABELS[partition];
  if (years === null)
    return refuse(
      'kept-for-ever',
      `${label} words are kept until the center sets a schedule. Nothing was shredded.`,
    );
  const { due } = pastRecords(core.db, partition, years, core.now());
  if (due.length === 0)
    return refuse('nothing-due', `Of the ${label} words none may go now. Nothing was shredded.`);
  if (due.length !== expected)
    return refuse(
      'changed-meanwhile',
      `${due.length} records are due now, not ${expected}. Nothing was shredded: look again, and decide anew.`,
    );
  const next = core.journal.head() + 1;
  const events = due.slice(0, SHREDDED_AT_ONCE).map((words, nth): WordsShredded => {
    shredWords(core.db, words, next + nth);
    const { record, upTo } = words;
    return {
      type: 'words.shredded',
      partition,
      record,
      incidentId: incidentOfRecord(record),
      words: words.words,
      upTo,
      years,
      secondPerson,
    };
  });
  rewriteKeys(core.db);
  return events;
}

function standingOf(core: DeskCore, partition: KeptPartition): PartitionStanding {
  const { db } = core;
  const years = retentionYears(db)[partition];
  const past: PastRecords =
    years === null ? { due: [], held: 0, open: 0 } : pastRecords(db, partition, years, core.now());
  return {
    partition,
    years,
    ...standingWords(db, partition),
    due: past.due.length,
    held: past.held,
    open: past.open,
    ...shreddingsOf(db, partition),
  };
}

function heldBy(core: DeskCore, number: number, what: Held['kind']): Held | Refusal {
  const incident = findIncidentByNumber(core.db, number);
  if (incident === null)
    return refuse('no-incident', `There is no incident ${number}. Nothing was held.`);
  const { incidentId } = incident;
  if (what === 'incident') return { kind: 'incident', incidentId };
  const personId = personOf(core.db, incidentId);
  return personId === null
    ? refuse(
        'no-person',
        `Incident ${number} is linked to nobody known, so only the incident itself can be held. Nothing was held.`,
      )
    : { kind: 'person', personId };
}

function lineOf(core: DeskCore, { held, placedBy, ...hold }: LegalHold): LegalHoldLine {
  const { holdId, reason, placedAt } = hold;
  return {
    holdId,
    holds:
      held.kind === 'incident'
        ? `Incident ${numberOf(core, held.incidentId)}`
        : personLine(core, held.personId),
    reason,
    placedAt,
    placedByName: core.nameOf(placedBy),
  };
}

/** Without a name: who is known to the center is not for administrators. */
function personLine(core: DeskCore, personId: string): string {
  const incidents = membersOf(core.db, rootOf(core.db, personId)).flatMap((each) =>
    incidentsOf(core.db, each.personId),
  );
  const numbers = incidents.map((each) => numberOf(core, each));
  return `A person with ${numbers.length === 1 ? 'incident' : 'incidents'} ${numbers.join(', ')}`;
}

const numberOf = (core: DeskCore, incidentId: string) =>
  incidentNumber(core.db, incidentId) ?? incidentId;
