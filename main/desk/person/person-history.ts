import type { DeskCore } from '../desk-core.ts';
import { earlierContact } from './earlier-contacts.ts';
import { sayDetail } from './person-lines.ts';
import { findPerson } from '#db/board/people-projection.ts';
import { actsOf } from '#db/board/people-said-projection.ts';
import type { PersonActLine } from '#shared/board/known-person-lines.ts';
import { isOfKnownPerson, type KnownPersonEvent } from '#shared/person/known-person-events.ts';
import {
  DETAIL_LABELS,
  type KnownPerson,
  type LinkedCall,
  type WholePerson,
} from '#shared/person/known-person.ts';

/** As many are read at once: the last months of somebody who calls every day. */
const MOST = 200;

/** Who said what of this person and when, the latest first, of every record they are known by. */
export function historyOf(core: DeskCore, { members }: WholePerson): PersonActLine[] {
  const seqs = actsOf(
    core.db,
    members.map(({ personId }) => personId),
    MOST,
  );
  return core.journal.entriesAt(seqs, ['dispatch']).flatMap(({ seq, at, by, event }) => {
    if (!isOfKnownPerson(event)) return [];
    const of = members.find(({ personId }) => personId === event.personId);
    return [{ seq, at, byName: core.nameOf(by), text: say(core, event, of ?? null) }];
  });
}

function say(core: DeskCore, event: KnownPersonEvent, of: KnownPerson | null): string {
  switch (event.type) {
    case 'person.registered':
      return `Registered as person ${event.number}`;
    case 'person.detail-added':
      return `${DETAIL_LABELS[event.detail.kind]} added: ${sayDetail(event.detail)}`;
    case 'person.detail-withdrawn': {
      const was = of?.details.find(({ entry }) => entry === event.entry)?.detail;
      const what = was === undefined ? 'Detail' : `${DETAIL_LABELS[was.kind]} ${sayDetail(was)}`;
      return `${what} withdrawn: ${event.reason}`;
    }
    case 'person.call-linked': {
      const sure = event.certainty === 'certain' ? 'confirmed' : 'marked as uncertain';
      const why = [...event.evidence, event.reason].filter((each) => each !== '').join('; ');
      return `${sayCall(core, event)} ${sure} (${why})`;
    }
    case 'person.call-unlinked':
      return `${sayCall(core, event)} taken back: ${event.reason}`;
    case 'person.call-ruled-out':
      return `${sayCall(core, event)} was somebody else`;
    case 'person.merged': {
      const why = [...event.evidence, event.reason].filter((each) => each !== '').join('; ');
      return `${sayRecord(core, event.absorbed)} merged into ${sayRecord(core, event.personId)} (${why})`;
    }
    case 'person.unmerged':
      return `${sayRecord(core, event.absorbed)} taken apart again: ${event.reason}`;
    case 'person.told-apart':
      return `${sayRecord(core, event.personId)} and ${sayRecord(core, event.other)} are two people`;
    case 'person.note-written':
      return `Approach note: ${event.text} (${event.source}, until ${event.expiresOn})`;
    case 'person.note-reviewed':
      return `Approach note looked at: again on ${event.reviewOn}, until ${event.expiresOn}`;
    case 'person.note-withdrawn':
      return `Approach note withdrawn: ${event.reason}`;
    case 'person.plan-written':
      return `Plan for next time: ${event.says} (${event.agreed ? 'agreed with the person' : 'not agreed with the person'})`;
    case 'person.plan-withdrawn':
      return `Plan for next time withdrawn: ${event.reason}`;
  }
}

function sayRecord({ db }: DeskCore, personId: string): string {
  return `Person ${findPerson(db, personId)?.number ?? '?'}`;
}

function sayCall(core: DeskCore, call: LinkedCall): string {
  const { number, receivedLocal } = earlierContact(core, call, null);
  const what = 'incidentId' in call ? 'Incident' : 'Past call';
  return `${what} ${number ?? ''} of ${receivedLocal.slice(0, 'YYYY-MM-DD'.length)}:`;
}
