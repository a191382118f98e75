import {
  cardKey,
  timeProblem,
  type CardTime,
  type CardUnit,
  type PaperCard,
} from './paper-card.ts';
import type { CallEvent } from '../call/call-events.ts';
import { evolveCall } from '../call/call-events.ts';
import type { DecideContext } from '../incident/context.ts';
import { closeIncident } from '../incident/decide-close.ts';
import { addNote, answerCall, answerFacts } from '../incident/decide-intake.ts';
import { endOnPaper } from '../phone/decide-outcome.ts';
import { decideResponse, upgrade } from '../incident/decide-response.ts';
import { assignUnit } from '../incident/decide-units.ts';
import { evolveIncident, type IncidentEvent } from '../incident/incident-events.ts';
import { isEmsCalled, type Incident } from '../incident/incident.ts';
import { isArmedThere } from '../incident/left-unarmed.ts';
import { recommendedNow } from '../incident/recommended-now.ts';
import type { NewEvent } from '../journal/journal-event.ts';
import type { CallId, IncidentId, UnitId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import type { MonitorEvent } from '../phone/monitor-events.ts';
import { takePhone } from '../phone/decide-offer.ts';
import { teamTypeOn } from '../policy/team-type.ts';
import { setUnitStatus } from '../unit/decide-unit.ts';
import { evolveUnit, isOfUnitOn, type UnitEvent } from '../unit/unit-events.ts';
import type { UnitStatus } from '../unit/unit-status.ts';
import type { Unit } from '../unit/unit.ts';

/** What entering a card leans on: new ids, the units by name, and the rules of each moment. */
export interface CardSources {
  readonly callId: CallId;
  readonly incidentId: IncidentId;
  /** The short number of the new incident. */
  readonly number: number;
  readonly unitNamed: (unitId: UnitId) => Unit | null;
  /** Who enters it, with the clock and the policy in force at a moment of the card. */
  readonly contextAt: (at: string) => DecideContext;
  readonly now: string;
}

/**
 * A card replayed through the rules that hold at the console, each step at its real time and under the
 * policy in force then. Nothing of it touches what is so now: units and clocks of today stay as they are.
 * A refusal is filed under the field of the form that it is about.
 */
export function enterCard(card: PaperCard, sources: CardSources): NewEvent[] | Refusal {
  const problem = timeProblem(card, sources.now);
  if (problem !== null) return problem;
  return new CardReplay(card, sources).run();
}

type Written = CallEvent | IncidentEvent | MonitorEvent | UnitEvent;

interface Step {
  readonly field: string;
  readonly time: CardTime;
  readonly decide: (incident: Incident, context: DecideContext) => readonly Written[] | Refusal;
}

class CardReplay {
  readonly #card: PaperCard;
  readonly #sources: CardSources;
  readonly #written: NewEvent[] = [];
  readonly #units = new Map<UnitId, Unit>();
  #incident: Incident | null = null;

  constructor(card: PaperCard, sources: CardSources) {
    this.#card = card;
    this.#sources = sources;
  }

  run(): NewEvent[] | Refusal {
    const opened = this.#open() ?? this.#takeUnits();
    if (opened !== null) return opened;
    // By real time; of the same minute, in the order of the card.
    const steps = this.#steps()
      .map((step, place) => ({ ...step, place }))
      .sort((a, b) => a.time.at.localeCompare(b.time.at) || a.place - b.place);
    for (const { field, time, decide } of steps) {
      const incident = this.#incident;
      if (incident === null) break;
      const decided = decide(incident, this.#sources.contextAt(time.at));
      if (isRefusal(decided)) return refuse(field, decided.because);
      this.#write(decided, time);
    }
    const { incidentId } = this.#sources;
    const { card, keptBy } = this.#card;
    this.#written.push({ type: 'incident.back-entered', incidentId, card: cardKey(card), keptBy });
    return this.#written;
  }

  #open(): Refusal | null {
    const { callId, incidentId, number, contextAt } = this.#sources;
    const { received, answered, callback, address, areaId, callType, words } = this.#card;
    const came: CallEvent = {
      type: 'call.received',
      callId,
      number,
      source: 'paper',
      receivedAt: received.at,
      ani: callback,
      address,
      areaId,
      callType,
      words: words.trim(),
    };
    const call = evolveCall(null, came, received.at);
    if (call === null) return refuse('card', 'This card has no call. Nothing was entered.');
    const opened = answerCall(call, incidentId, contextAt(answered.at));
    if (isRefusal(opened)) return opened;
    this.#write([came], received);
    this.#write(opened, answered);
    return null;
  }

  /** Each unit as if it had been free and whole: who was on it that day is not known here. */
  #takeUnits(): Refusal | null {
    for (const [at, { unitId, assigned }] of this.#card.units.entries()) {
      const field = `units.${at}.unitId`;
      const known = this.#sources.unitNamed(unitId);
      if (known === null)
        return refuse(
          field,
          `There is no unit ${unitId} on this board. Name it in the note instead.`,
        );
      if (this.#units.has(unitId))
        return refuse(field, `${unitId} stands on this card twice. Leave one of them out.`);
      const { policy, local } = this.#sources.contextAt(assigned.at);
      const roles = teamTypeOn(policy, known.teamType, local.date)?.requiredRoles ?? [];
      this.#units.set(unitId, {
        ...known,
        crew: roles.map((role) => ({ name: '', role, onDuty: true, languages: [] })),
        status: 'available',
        incidentId: null,
        releasedFrom: null,
        next: null,
      });
    }
    return null;
  }

  #steps(): Step[] {
    const { card, answers, answered, called, decided, phone, units, closed, unserved } = this.#card;
    const note = closed?.note.trim() ?? '';
    return [
      ...answers.map(({ fact, answer, informant }): Step => ({
        field: `answers.${fact}`,
        time: answered,
        decide: (incident, context) => answerFacts(incident, [fact], answer, informant, context),
      })),
      ...(called === null
        ? []
        : [{ field: 'called', time: called.at, decide: calls(called.services) }]),
      ...(decided === null
        ? []
        : [{ field: 'decided', time: decided.at, decide: decides(decided, unserved) }]),
      ...(phone === null
        ? []
        : [
            {
              field: 'phone',
              time: phone.taken,
              decide: (incident: Incident) => takePhone(incident, phone.clinician, ON_PAPER),
            },
          ]),
      ...units.flatMap((unit, at) =>
        this.#stepsOf(unit, `units.${at}`, `paper card ${card.trim()}`),
      ),
      ...(closed === null
        ? []
        : [
            ...(note === '' || phone === null
              ? []
              : [
                  {
                    field: 'closed.note',
                    time: closed.at,
                    decide: (incident: Incident) => addNote(incident, 'dispatch', note),
                  },
                ]),
            {
              field: 'closed',
              time: closed.at,
              decide: (incident: Incident) =>
                phone === null
                  ? closeIncident(incident, closed.disposition, note, unserved, this.#teams())
                  : endOnPaper(incident, closed.disposition, phone.clinician),
            },
          ]),
    ];
  }

  #stepsOf({ unitId, assigned, enRoute, onScene, clear }: CardUnit, field: string, why: string) {
    const report = (name: string, time: CardTime | null, to: UnitStatus): Step[] =>
      time === null
        ? []
        : [
            {
              field: `${field}.${name}`,
              time,
              decide: () => setUnitStatus(this.#unit(unitId), to),
            },
          ];
    const sends: Step = {
      field: `${field}.assigned`,
      time: assigned,
      decide: (incident, context) => {
        const armed = isArmedThere(incident, this.#teams(), context);
        return assignUnit(incident, this.#unit(unitId), why, context, armed);
      },
    };
    return [
      sends,
      ...report('enRoute', enRoute, 'en-route'),
      ...report('onScene', onScene, 'on-scene'),
      ...report('clear', clear, 'available'),
    ];
  }

  #teams(): Unit[] {
    return [...this.#units.values()];
  }

  #unit(unitId: UnitId): Unit {
    const unit = this.#units.get(unitId);
    if (unit === undefined) throw new Error(`The card does not name ${unitId}.`);
    return unit;
  }

  #write(events: readonly Written[], { at, about }: CardTime): void {
    const { by } = this.#sources.contextAt(at);
    for (const event of events) {
      this.#written.push({
        ...event,
        backEntry: { card: cardKey(this.#card.card), realAt: at, about },
      });
      if (event.type === 'call.received' || event.type === 'call.answered') continue;
      if (isOfUnitOn(event.type)) {
        const { unitId } = event as UnitEvent;
        const unit = evolveUnit(this.#units.get(unitId) ?? null, event as UnitEvent, at);
        if (unit !== null) this.#units.set(unitId, unit);
      }
      this.#incident = evolveIncident(this.#incident, event as IncidentEvent, { at, by });
    }
  }
}

/** Nobody takes a call twice on one card. */
const ON_PAPER = { nameOf: (id: string) => id, say: (at: string) => at };

/** Police or EMS went by radio: nobody on this board is sent, and nothing is short. */
function calls(services: NonNullable<PaperCard['called']>['services']): Step['decide'] {
  return (incident, context) =>
    upgrade(incident, services, [], context).map((event): Written => {
      if (event.type === 'incident.upgraded') return { ...event, shortage: null };
      return event.type === 'incident.response-decided' ? unknownOffer(event) : event;
    });
}

function decides(
  { response, reason, secondPerson }: NonNullable<PaperCard['decided']>,
  unserved: PaperCard['unserved'],
): Step['decide'] {
  return (incident, context) => {
    const { level, response: recommended, alongside } = recommendedNow(incident, context.policy);
    const seen = { level, response: recommended };
    const choice = { seen, response, reason, secondPerson, unserved };
    const decided = decideResponse(incident, choice, [], context);
    if (isRefusal(decided)) return decided;
    const medical = alongside.length > 0 && !isEmsCalled(incident);
    const ems = medical ? calls(['ems'])(incident, context) : [];
    if (isRefusal(ems)) return ems;
    return [
      ...ems,
      ...decided.map((event) =>
        event.type === 'incident.response-decided' ? unknownOffer(event) : event,
      ),
    ];
  };
}

/** Who could have gone that day is not known. */
function unknownOffer(
  event: Extract<IncidentEvent, { type: 'incident.response-decided' }>,
): IncidentEvent {
  return { ...event, decision: { ...event.decision, offered: null } };
}
