import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { onIncident } from '../on-incident.ts';
import { matchTo, sharedBy } from './candidates.ts';
import { heardOnIncident, personsNumber } from './heard.ts';
import { knownOnIncident, knownOnWaiting } from './known-on-call.ts';
import { evidenceLines } from './person-lines.ts';
import { matchOfTwo, mergePreview, personPage } from './person-page.ts';
import { searchPeople } from './person-search.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { linkOf } from '#db/board/people-links-projection.ts';
import { findPerson, nextPersonNumber, wholePerson } from '#db/board/people-projection.ts';
import { personNamedOn, ruledOutFor } from '#db/board/people-said-projection.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId, PersonId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import {
  addDetail,
  linkCall,
  namePerson,
  registerPerson,
  ruleOut,
  unlinkCall,
  withdrawDetail,
  type HeldCall,
} from '#shared/person/decide-known-person.ts';
import { mergePersons, tellApart, unmergePerson } from '#shared/person/decide-merge.ts';
import {
  reviewNote,
  withdrawNextTime,
  withdrawNote,
  writeNextTime,
  writeNote,
} from '#shared/person/decide-note.ts';
import {
  callIdOf,
  isMemberOf,
  type Detail,
  type KnownPerson,
  type WholePerson,
} from '#shared/person/known-person.ts';
import { evolveKnownPerson, type KnownPersonEvent } from '#shared/person/known-person-events.ts';
import { matchPerson } from '#shared/person/match-person.ts';

type PersonTopic = Extract<Topic, `person.${string}`>;
type Decided = readonly NewEvent[] | Refusal;

/** Who the center knows, who is on the line, and which of them are one. */
export function personAnswers(core: DeskCore): Answers<PersonTopic> {
  const { db } = core;

  /** A command on one record: the record itself, and the person it is of. */
  const onPerson =
    <Input extends { readonly personId: PersonId }>(
      decide: (person: KnownPerson, whole: WholePerson, input: Input, c: DecideContext) => Decided,
    ) =>
    (input: Input, session: Session): Done | Refusal => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const [person, whole] = [findPerson(db, input.personId), wholePerson(db, input.personId)];
        return person === null || whole === null
          ? nobody()
          : decide(person, whole, input, core.context(by));
      });
      return done(core, outcome);
    };

  const held = (callId: string): HeldCall | null => {
    const link = linkOf(db, callId);
    const of = link === null ? null : wholePerson(db, link.personId);
    return link === null || of === null ? null : { link, of };
  };

  /** What speaks for this person on this incident now; a refusal when the human saw something else. */
  const evidenceNow = (
    incidentId: IncidentId,
    whole: WholePerson,
    seen: readonly string[],
  ): string[] | Refusal => {
    const heard = heardOnIncident(core, incidentId);
    if (heard === null) return refuse('no-incident', 'This incident does not exist here.');
    return sameAsSeen(evidenceLines(matchTo(heard, whole, sharedBy(db, heard))), seen);
  };

  return {
    'person.known': (input, session) => {
      const { role } = operatorOf(session);
      return 'callId' in input
        ? knownOnWaiting(core, input.callId, role)
        : knownOnIncident(core, input.incidentId, input.also, role);
    },
    'person.search': ({ text }) => searchPeople(core, text),
    'person.page': ({ personId }, session) => personPage(core, personId, operatorOf(session).role),
    'person.merge-preview': (input, session) => mergePreview(core, input, operatorOf(session).role),

    'person.name': onIncident(core, (incident, said, context) =>
      namePerson(incident, said, personNamedOn(db, incident.incidentId), context),
    ),

    'person.register': ({ incidentId, name, birthDate, phone, address }, session) => {
      const by = operatorOf(session).operatorId;
      const personId = core.options.newId() as PersonId;
      const outcome = core.commit(by, (): Decided => {
        const details = writtenDetails({ name, birthDate, phone, address });
        if (isRefusal(details)) return details;
        const context = core.context(by);
        const number = nextPersonNumber(db);
        const registered = registerPerson({ personId, number }, details, context);
        if (isRefusal(registered) || incidentId === null) return registered;
        if (findIncident(db, incidentId) === null)
          return refuse('no-incident', 'This incident does not exist here. Nobody was registered.');
        const heard = heardOnIncident(core, incidentId);
        const match = heard && matchPerson(heard, details, { phone: 1, address: 1, name: 1 });
        const linked = linkCall(newcomer(registered, context), { incidentId }, held(incidentId), {
          certainty: 'certain',
          evidence: evidenceLines(match),
          reason: 'Registered on this call',
        });
        return isRefusal(linked) ? linked : [...registered, ...linked];
      });
      return done(core, outcome, personId);
    },

    'person.link': onPerson((_person, whole, { incidentId, certainty, seen, reason }) => {
      const evidence = evidenceNow(incidentId, whole, seen);
      if (isRefusal(evidence)) return evidence;
      return linkCall(whole, { incidentId }, held(incidentId), { certainty, evidence, reason });
    }),
    'person.unlink': ({ call, reason }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          unlinkCall(linkOf(db, callIdOf(call)), reason),
        ),
      ),
    'person.rule-out': onPerson((_person, whole, { incidentId, seen }) => {
      const evidence = evidenceNow(incidentId, whole, seen);
      if (isRefusal(evidence)) return evidence;
      const ruledOut = [...ruledOutFor(db, incidentId)].some((id) =>
        isMemberOf(whole, id as PersonId),
      );
      return ruleOut(whole, { incidentId }, held(incidentId), { ruledOut, evidence });
    }),

    'person.add-detail': onPerson((person, whole, { detail }, context) => {
      const written = writtenDetail(detail);
      return isRefusal(written) ? written : addDetail(person, whole, written, context);
    }),
    'person.withdraw-detail': onPerson((person, _whole, { entry, reason }) =>
      withdrawDetail(person, entry, reason),
    ),

    'person.merge': onPerson((_person, whole, { absorbed, seen, reason }) => {
      const other = wholePerson(db, absorbed);
      if (other === null) return nobody();
      const evidence = sameAsSeen(evidenceLines(matchOfTwo(core, whole, other)), seen);
      return isRefusal(evidence) ? evidence : mergePersons(whole, other, { evidence, reason });
    }),
    'person.unmerge': ({ absorbed, reason }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => {
          const person = findPerson(db, absorbed);
          return person === null ? nobody() : unmergePerson(person, reason);
        }),
      ),
    'person.tell-apart': onPerson((_person, whole, { other }) => {
      const another = wholePerson(db, other);
      return another === null ? nobody() : tellApart(whole, another);
    }),

    'person.write-note': onPerson((person, _whole, { personId: _of, ...draft }, context) =>
      writeNote(person, draft, context),
    ),
    'person.review-note': onPerson((person, _whole, input, context) =>
      reviewNote(person, input, context),
    ),
    'person.withdraw-note': onPerson((person, _whole, { entry, reason }) =>
      withdrawNote(person, entry, reason),
    ),
    'person.write-plan': onPerson((person, _whole, draft, context) =>
      writeNextTime(person, draft, context),
    ),
    'person.withdraw-plan': onPerson((person, _whole, { reason }) =>
      withdrawNextTime(person, reason),
    ),
  };
}

function nobody(): Refusal {
  return refuse(
    'no-person',
    'Nobody is registered here under that number. Nothing was changed; look for them again: g a.',
  );
}

/** What a human confirms is what they saw: somebody may have added or withdrawn something meanwhile. */
function sameAsSeen(now: string[], seen: readonly string[]): string[] | Refusal {
  return now.length === seen.length && now.every((line, at) => line === seen[at])
    ? now
    : refuse(
        'evidence-changed',
        'What is known has changed since you looked. Nothing was written; read it as it is now, and say it again.',
      );
}

interface Written {
  readonly name: string;
  readonly birthDate: string | null;
  readonly phone: string;
  readonly address: string;
}

function writtenDetails({ name, birthDate, phone, address }: Written): Detail[] | Refusal {
  const number = phone === '' ? null : writtenDetail({ kind: 'phone', phone });
  if (number !== null && isRefusal(number)) return number;
  return [
    ...(name === '' ? [] : [{ kind: 'name', name } as const]),
    ...(birthDate === null ? [] : [{ kind: 'birth', date: birthDate } as const]),
    ...(number === null ? [] : [number]),
    ...(address === '' ? [] : [{ kind: 'address', address } as const]),
  ];
}

type Typed =
  Exclude<Detail, { readonly kind: 'phone' }> | { readonly kind: 'phone'; readonly phone: string };

function writtenDetail(typed: Typed): Detail | Refusal {
  if (typed.kind !== 'phone') return typed;
  const phone = personsNumber(typed.phone);
  return phone === null
    ? refuse(
        'no-number',
        `“${typed.phone}” is no number of a person. Nothing was recorded; write it with its area code.`,
      )
    : { kind: 'phone', ...phone };
}

/** Whom these events make: nobody has heard of them yet. */
function newcomer(events: readonly KnownPersonEvent[], { by, now }: DecideContext): WholePerson {
  const root = events.reduce<KnownPerson | null>(
    (person, event) => evolveKnownPerson(person, event, { seq: 0, at: now, by }),
    null,
  );
  if (root === null) throw new Error('Nobody was registered.');
  return { root, members: [root] };
}
