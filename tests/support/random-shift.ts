import { placeSeen } from './edit-examples.ts';
import fc from 'fast-check';
import {
  clearDanger,
  isOnThePhone,
  isPhoneAct,
  OUTCOME_ACTS,
  PHONE_ACTS,
  phoneAct,
  type PhoneAct,
} from './phone-acts.ts';
import { DECIDING_ACTS, decidingAct, isDecidingAct } from './deciding-acts.ts';
import {
  isAskedFor,
  isMonitorAct,
  MONITOR_ACTS,
  monitorAct,
  type MonitorAct,
} from './monitor-acts.ts';
import { isAwaited, isSceneAct, SCENE_ACTS, sceneAct } from './scene-acts.ts';
import { PEOPLE, pick, type Hand, type Played } from './hand.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import { pastCallNumbered } from './past-call-numbered.ts';
import { isShiftAct, SHIFT_ACTS, shiftAct, type ShiftAct } from './shift-acts.ts';
import { isUnitAct, UNIT_ACTS, unitAct } from './unit-acts.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { findIncident, openIncidents } from '#db/board/incidents-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import { TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import { ANSWERS } from '#shared/facts/fact.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
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
  'status',
  'status',
  'duty',
  'note',
  ...(['clinical', 'clinical', 'clinical', 'clinical', 'clinical'] as const),
  'take',
  'pass',
  'pass',
  'past-call',
  'draft',
  'nobody',
  'promise',
  'attempt',
  ...DECIDING_ACTS,
  ...PHONE_ACTS,
  ...SCENE_ACTS,
  ...UNIT_ACTS,
] as const;
export type Act = (typeof ACTS)[number] | MonitorAct | PhoneAct | ShiftAct;

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

/** A shift in which callers are handed on. It begins with somebody on the phone. */
export const handingOnShift: fc.Arbitrary<Step[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom<Act>('open', 'yes', 'clear', 'pass', 'take', 'hand-over', ...PHONE_ACTS),
      fc.nat(1000),
      fc.nat(1000),
      fc.nat(1000),
    ),
    { minLength: 25, maxLength: 50, size: 'max' },
  )
  .map((steps) => [['open', 0, 1, 0], ['talk', 0, 0, 0], ...steps]);

/** A shift in which clinicians follow incidents and dispatch answers them. It begins with somebody on the phone. */
export const monitoredShift: fc.Arbitrary<Step[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom<Act>(
        ...(['open', 'talk', 'talk', 'clear', 'yes', 'accept', 'override'] as const),
        ...(['pass', 'pass', 'pass', 'upgrade', 'close', 'resolve'] as const),
        ...MONITOR_ACTS,
        ...MONITOR_ACTS,
        ...(['step-down', 'answer-step-down', 'answer-step-down', 'calm'] as const),
      ),
      fc.nat(1000),
      fc.nat(1000),
      fc.nat(1000),
    ),
    { minLength: 30, maxLength: 60, size: 'max' },
  )
  .map((steps) => [['open', 0, 1, 0], ['talk', 0, 0, 0], ...steps]);

/** A shift in which conversations break off, and help is called from the line. It begins with somebody on the phone. */
export const lostShift: fc.Arbitrary<Step[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom<Act>(
        ...(['open', 'talk', 'talk', 'talk', 'yes', 'accept', 'pass', 'pass', 'take'] as const),
        ...([
          'upgrade',
          'escalate',
          'resolve',
          'close',
          'close',
          'hold',
          'assign',
          'status',
        ] as const),
        ...(['lose', 'lose', 'call-again', 'call-again', 'call-again', 'call-again'] as const),
        ...OUTCOME_ACTS,
      ),
      fc.nat(1000),
      fc.nat(1000),
      fc.nat(1000),
    ),
    { minLength: 30, maxLength: 60, size: 'max' },
  )
  .map((steps) => [['open', 0, 1, 0], ['talk', 0, 0, 0], ...steps]);

/** A person's word about the crew, with what was heard or without. */
const WORD = [null, 'Said so by radio.'];

/** Plays one step as somebody who may do it; null when there is nothing on the board to do it to. */
export function play(atWork: DeskAtWork, [act, a, b, c]: Step, marker = ''): Played | null {
  const { desk } = atWork;
  const { policy } = desk.policy()!;
  const open = openIncidents(desk.db);
  // A hand on the phone looks at the incidents that are on the phone, when there are any.
  const fitting = open.filter((each) =>
    isPhoneAct(act)
      ? isOnThePhone(act, each)
      : isMonitorAct(act)
        ? isAskedFor(act, each)
        : !isSceneAct(act) || isAwaited(act, each, policy),
  );
  const incident = pick(fitting.length > 0 ? fitting : open, a) ?? null;
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
      const duty = { unitId: unit.unitId, name, role, onDuty: c % 3 !== 0, reason: WORD[a % 2]! };
      return ask('unit.set-duty', duty, 'Sam');
    }
    case 'past-call': {
      const pastCall = pastCallNumbered(b % 5, pick(policy.callTypes, c)!.code);
      desk.record([{ type: 'past-call.imported', pastCall }], atWork.idOf('Ada'));
      return { topic: 'record', reply: { ok: true, value: null }, before: null, input: pastCall };
    }
    case 'draft':
      return ask('draft.save', {
        typist: atWork.idOf('Dana'),
        typedAt: atWork.now().toISOString(),
        subject: `s/${a % 3}`,
        field: 'note',
        text: marker || `${b}`,
      });
    case 'nobody':
      return ask(pick(TOPICS, a)!, {}, 'Dana');
    default:
      return incident === null ? null : onIncident(act, incident);
  }

  function onIncident(what: Act, on: Incident): Played {
    const { incidentId } = on;
    const hand: Hand = { atWork, policy, on, numbers: [a, b, c], marker, ask };
    if (isDecidingAct(what)) return decidingAct(what, hand);
    if (isPhoneAct(what)) return phoneAct(what, hand);
    if (isSceneAct(what)) return sceneAct(what, hand);
    if (isMonitorAct(what)) return monitorAct(what, hand);
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
      case 'clear':
        return clearDanger(hand);
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
            seen: placeSeen(atWork, incidentId),
          },
          'Dana',
        );
      case 'change-caller':
        return ask('incident.change-caller', { incidentId }, 'Dana');
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
      default:
        throw new Error(`No such act on an incident: ${what}`);
    }
  }
}

/** The incident as the board has it now. */
export function incidentNow(atWork: DeskAtWork, incidentId: IncidentId): Incident {
  return findIncident(atWork.desk.db, incidentId)!;
}
