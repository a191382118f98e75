import { cpSync } from 'node:fs';
import fc from 'fast-check';
import { centerAtWork, openAtWork, temporaryFolder, type DeskAtWork } from './desk-at-work.ts';
import { pastCallNumbered } from './past-call-numbered.ts';
import { isShiftAct, SHIFT_ACTS, shiftAct, type ShiftAct } from './shift-acts.ts';
import { isUnitAct, UNIT_ACTS, unitAct } from './unit-acts.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { findIncident, openIncidents } from '#db/board/incidents-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import { ANSWERS } from '#shared/facts/fact.ts';
import { UNSERVED_CODES } from '#shared/incident/alternative-course.ts';
import { DISPOSITION_CODES } from '#shared/incident/disposition.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';
import { UNIT_STATUSES } from '#shared/unit/unit-status.ts';

/** What a random hand does next. Numbers choose among what is there, so every step fits every board. */
export type Step = readonly [act: Act, a: number, b: number, c: number];

const ACTS = [
  'open',
  'open',
  'open',
  'open',
  'receive',
  'answer',
  'fact',
  'yes',
  'clear',
  'clear',
  'call-type',
  'place',
  'change-caller',
  'accept',
  'accept',
  'accept',
  'override',
  'upgrade',
  'assign',
  'assign',
  'assign',
  'status',
  'status',
  'duty',
  'hold',
  'release-hold',
  'close',
  'note',
  ...(['clinical', 'clinical', 'clinical', 'clinical', 'clinical'] as const),
  'take',
  'talk',
  'talk',
  'talk',
  'hand-over',
  'hand-over',
  'phone-take',
  'transfer',
  'transfer',
  'transfer',
  'accept-transfer',
  'accept-transfer',
  'accept-transfer',
  'return-transfer',
  'escalate',
  'resolve',
  'pass',
  'pass',
  'past-call',
  'draft',
  'nobody',
  ...UNIT_ACTS,
] as const;
export type Act = (typeof ACTS)[number] | ShiftAct;

const PHONE_ACTS: ReadonlySet<Act> = new Set([
  'phone-take',
  'transfer',
  'accept-transfer',
  'return-transfer',
  'escalate',
  'resolve',
]);

const PEOPLE = ['Dana', 'Theo', 'Cleo', 'Imani', 'Sam', 'Pat', 'Ada'];

export const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...ACTS),
  fc.nat(1000),
  fc.nat(1000),
  fc.nat(1000),
);

export const shift = fc.array(step, { minLength: 30, maxLength: 60, size: 'max' });

/** A shift in which calls are promised and work changes hands; apart, so that the others do as much as before. */
export const changingShift = fc.array(
  fc.tuple(
    fc.constantFrom<Act>('open', 'open', 'pass', 'talk', 'take', 'close', ...SHIFT_ACTS),
    fc.nat(1000),
    fc.nat(1000),
    fc.nat(1000),
  ),
  { minLength: 20, maxLength: 40, size: 'max' },
);

let template: string | undefined;

/** A fresh copy of one set-up center: the set-up itself costs seven passphrases. */
export function freshCenter(): DeskAtWork {
  if (template === undefined) {
    const atWork = centerAtWork();
    atWork.desk.close();
    template = atWork.folder;
  }
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  return openAtWork(folder);
}

export interface Played {
  readonly topic: Topic | 'watch' | 'record';
  readonly reply: Reply<unknown>;
  /** The incident concerned, as it was before the step. */
  readonly before: Incident | null;
  /** What was asked, for a message that explains a failure. */
  readonly input: unknown;
}

/** Plays one step as somebody who may do it; null when there is nothing on the board to do it to. */
export function play(atWork: DeskAtWork, [act, a, b, c]: Step, marker = ''): Played | null {
  const { desk } = atWork;
  const pick = <T>(list: readonly T[], n: number) => list[n % list.length];
  const { policy } = desk.policy()!;
  const open = openIncidents(desk.db);
  // A hand on the phone looks at the incidents that are on the phone, when there are any.
  const talking = open.filter(({ phone }) => phone.state !== 'none' && phone.state !== 'ended');
  const incident = pick(PHONE_ACTS.has(act) && talking.length > 0 ? talking : open, a) ?? null;
  const ask = (topic: Topic, input: unknown, ...names: string[]): Played => {
    const name = names.length > 0 ? pick(names, c)! : pick(PEOPLE, c)!;
    const reply = desk.answer(topic, input, atWork.as(name));
    return { topic, reply, input, before: incident };
  };
  if (isUnitAct(act)) {
    const asked = unitAct(act, incident, allUnits(desk.db), [b, c], desk.journal.head());
    return asked && ask(...asked, 'Dana');
  }
  if (isShiftAct(act)) {
    const asked = shiftAct(act, atWork, incident, [a, b, c], marker);
    return asked && ask(...asked);
  }
  switch (act) {
    case 'pass':
      atWork.pass((b % 3) * 8);
      desk.watch();
      return { topic: 'watch', reply: { ok: true, value: null }, before: null, input: null };
    case 'receive': {
      const address = pick(['1 W Lawrence, Uptown', '900 S Ashland', ''], b)!;
      const callType = pick([null, ...policy.callTypes.map((type) => type.code)], a)!;
      return ask('call.receive', { ani: null, address, words: 'Come quickly.', callType }, 'Pat');
    }
    case 'open': {
      const callType = pick([null, 'MHDIST', 'WELBNG', 'INTOX', 'SUITHR'], b)!;
      const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'Come quickly.', callType };
      const received = ask('call.receive', call, 'Pat').reply as Reply<{ made: string }>;
      if (!received.ok) throw new Error(received.because);
      return ask('call.answer', { callId: received.value.made }, 'Dana', 'Theo');
    }
    case 'answer': {
      const call = pick(waitingCalls(desk.db), a);
      return call === undefined ? null : ask('call.answer', { callId: call.callId }, 'Dana', 'Sam');
    }
    case 'status': {
      const unit = pick(allUnits(desk.db), a)!;
      return ask(
        'unit.set-status',
        { unitId: unit.unitId, status: pick(UNIT_STATUSES, b) },
        'Dana',
      );
    }
    case 'duty': {
      const unit = pick(allUnits(desk.db), a)!;
      const { name, role } = pick(unit.crew, b)!;
      const duty = { unitId: unit.unitId, name, role, onDuty: c % 3 !== 0, reason: null };
      return ask('unit.set-duty', duty, 'Sam');
    }
    case 'past-call': {
      const pastCall = pastCallNumbered(b % 5, pick(policy.callTypes, c)!.code);
      desk.record([{ type: 'past-call.imported', pastCall }], atWork.idOf('Ada'));
      return { topic: 'record', reply: { ok: true, value: null }, before: null, input: pastCall };
    }
    case 'draft':
      return ask('draft.save', { subject: `s/${a % 3}`, field: 'note', text: marker || `${b}` });
    case 'nobody':
      return ask(pick(TOPICS, a)!, {}, 'Dana');
    default:
      return incident === null ? null : onIncident(act, incident);
  }

  function onIncident(what: Act, on: Incident): Played {
    const { incidentId } = on;
    const now = evaluate(policy, readingsOf(on.facts, policy));
    const seen = { level: now.level, response: now.response };
    const clinician = on.phone.state === 'with-clinician' ? [nameOf(on.phone.clinician)] : ['Cleo'];
    switch (what) {
      case 'fact':
      case 'yes': {
        const fact = pick(policy.facts, b)!.id;
        const answer = what === 'yes' ? 'yes' : pick(ANSWERS, c)!;
        return ask(
          'incident.answer-fact',
          { incidentId, fact, answer, informant: 'caller-saw' },
          'Dana',
        );
      }
      case 'clear': {
        // The four danger topics at once, as a practised hand does; otherwise few shifts get far.
        const topics = ['medical', 'weapon', 'violence', 'suicide'] as const;
        return topics
          .map((topic) =>
            ask('incident.answer-none', { incidentId, topic, informant: 'caller-saw' }, 'Dana'),
          )
          .at(-1)!;
      }
      case 'talk': {
        // The whole way to a conversation, which single random steps would hardly ever find.
        onIncident('clear', on);
        const informant = 'caller-saw';
        const needs = { 'in-person-need': 'no', 'information-only': 'no', behavioral: 'yes' };
        const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' };
        for (const [fact, answer] of Object.entries({ ...needs, ...able }))
          ask('incident.answer-fact', { incidentId, fact, answer, informant }, 'Dana');
        const after = incidentNow(atWork, incidentId);
        const { level, response } = evaluate(policy, readingsOf(after.facts, policy));
        const accepted = { seen: { level, response }, response, reason: null, secondPerson: null };
        ask('incident.decide', { incidentId, ...accepted }, 'Dana');
        return ask('phone.take', { incidentId }, 'Cleo', 'Imani');
      }
      case 'hand-over': {
        onIncident('talk', on);
        const { phone } = incidentNow(atWork, incidentId);
        const line = phone.state === 'with-clinician' ? nameOf(phone.clinician) : 'Cleo';
        const operatorId = atWork.idOf(line === 'Cleo' ? 'Imani' : 'Cleo');
        const to = pick(['988', 'clinician', 'dispatch'], b);
        return ask('phone.transfer', { incidentId, to, operatorId }, line);
      }
      case 'call-type':
        return ask(
          'incident.set-call-type',
          { incidentId, callType: pick(policy.callTypes, b)!.code },
          'Dana',
        );
      case 'place':
        return ask(
          'incident.set-place',
          {
            incidentId,
            address: `${b} N Clark`,
            areaId: pick([null, 'uptown', 'west-lawn'], b),
            callback: '312',
          },
          'Dana',
        );
      case 'change-caller':
        return ask('incident.change-caller', { incidentId }, 'Dana');
      case 'accept':
        return ask(
          'incident.decide',
          { incidentId, seen, response: now.response, reason: null, secondPerson: null },
          'Dana',
          'Sam',
          'Cleo',
        );
      case 'override': {
        const second = pick([null, 'Theo', 'Sam', 'Dana'], c)!;
        const secondPerson =
          second === null ? null : { operatorId: atWork.idOf(second), passphrase: '' };
        const reason = a % 4 === 0 ? null : 'I know this person.';
        return ask(
          'incident.decide',
          {
            incidentId,
            seen,
            response: pick(policy.responses, b)!.id,
            reason,
            secondPerson,
            unserved: whyUnserved(),
          },
          'Dana',
          'Sam',
          'Cleo',
        );
      }
      case 'upgrade':
        return ask('incident.upgrade', {
          incidentId,
          services: pick([['police'], ['ems'], ['police', 'ems']], b),
        });
      case 'assign': {
        const unit = pick(allUnits(desk.db), b)!;
        return ask(
          'incident.assign-unit',
          { incidentId, unitId: unit.unitId, reason: c % 2 === 0 ? 'Nobody nearer.' : null },
          'Dana',
        );
      }
      case 'hold':
        return ask(
          'incident.hold',
          { incidentId, minutes: 5 + (b % 20), reason: 'The team is coming free.' },
          'Dana',
        );
      case 'release-hold':
        return ask('incident.release-hold', { incidentId }, 'Dana');
      case 'close':
        return ask(
          'incident.close',
          {
            incidentId,
            disposition: pick(DISPOSITION_CODES, b),
            note: '',
            unserved: whyUnserved(),
          },
          'Dana',
        );
      case 'note':
        return ask(
          'incident.add-note',
          { incidentId, kind: 'dispatch', text: 'Gate code 4.' },
          'Dana',
        );
      case 'clinical':
        return ask(
          'incident.add-note',
          { incidentId, kind: 'clinical', text: marker || 'Has slept.' },
          'Cleo',
        );
      case 'take':
        return ask('incident.take', { incidentId }, 'Theo', 'Sam', 'Cleo');
      case 'phone-take':
        return ask('phone.take', { incidentId }, 'Cleo', 'Imani');
      case 'transfer': {
        const to = pick(['988', 'clinician', 'dispatch'], b);
        const operatorId = to === 'clinician' ? atWork.idOf(pick(['Cleo', 'Imani'], a)!) : null;
        return ask('phone.transfer', { incidentId, to, operatorId }, ...clinician);
      }
      case 'accept-transfer':
        // The receiver as a rule, and now and then somebody it was not offered to.
        return ask(
          'phone.accept-transfer',
          { incidentId },
          ...(b % 3 === 0 ? PEOPLE : receivers(on)),
        );
      case 'return-transfer':
        return ask('phone.return-transfer', { incidentId, why: 'No answer.' }, ...clinician);
      case 'escalate':
        return ask(
          'phone.escalate',
          { incidentId, to: pick(['field', 'police-ems'], b), reason: 'Needs somebody.' },
          ...clinician,
        );
      case 'resolve':
        return ask(
          'phone.resolve',
          { incidentId, outcome: pick(DISPOSITION_CODES, b), note: marker || 'Calm.' },
          ...clinician,
        );
      default:
        throw new Error(`No such act on an incident: ${what}`);
    }
  }

  /** A reason as a rule, and now and then none or one without its words. */
  function whyUnserved() {
    const note = a % 2 === 0 ? 'He had left.' : '';
    return c % 4 === 0 ? null : { code: pick(UNSERVED_CODES, a)!, note };
  }

  function receivers({ phone }: Incident): string[] {
    if (phone.state !== 'transferring') return PEOPLE;
    const { to, operatorId, from } = phone.transfer;
    if (to === 'dispatch') return ['Dana', 'Theo', 'Sam'];
    return [nameOf(operatorId ?? from)];
  }

  function nameOf(operatorId: string): string {
    return PEOPLE.find((name) => atWork.idOf(name) === operatorId) ?? 'Cleo';
  }
}

/** The incident as the board has it now. */
export function incidentNow(atWork: DeskAtWork, incidentId: IncidentId): Incident {
  return findIncident(atWork.desk.db, incidentId)!;
}
