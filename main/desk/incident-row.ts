import type { IncidentRow } from '#shared/board/board-rows.ts';
import { offerRow } from './phone/offer-rows.ts';
import { stagingAttention } from './staging-words.ts';
import { askingOf } from './phone/asking.ts';
import { recontactAttention } from './time-rows.ts';
import { cameBackAttention, transferStanding } from './phone/transfer-words.ts';
import { unitAttention } from './unit-words.ts';
import { callersOf } from '#shared/duplicate/decide-merge.ts';
import { isEmsCalled, type Incident } from '#shared/incident/incident.ts';
import { recontactOf } from '#shared/incident/recontact.ts';
import { promiseOf, type StepPromise } from '#shared/incident/promise.ts';
import { needsDecision, phaseOf, standingLevel, type Phase } from '#shared/incident/phase.ts';
import { flagOf } from '#shared/call-type/words-flag.ts';
import { nexusOf } from '#shared/phone/nexus.ts';
import { findFact, type Policy } from '#shared/policy/policy.ts';
import { recommendedNow } from '#shared/incident/recommended-now.ts';
import { higherOf } from '#shared/routing/level.ts';
import type { Recommendation } from '#shared/routing/recommendation.ts';

export type NameOf = (operatorId: string) => string;

/**
 * What the queue shows of an incident. Dispatch facts only: no clinical text passes through here. `crew`
 * says which crew on it is not whole any more.
 */
export function incidentRow(
  incident: Incident,
  policy: Policy,
  nameOf: NameOf,
  crew: string | null,
): IncidentRow {
  const now = recommendedNow(incident, policy);
  const open = needsDecision(incident);
  const standing = open ? null : incident.decision;
  const responseId = standing?.response ?? now.response;
  const phase = phaseOf(incident);
  const area = policy.areas.find((each) => each.id === incident.place.areaId);
  const { phone } = incident;
  const promise = promiseOf(incident, policy);
  return {
    incidentId: incident.incidentId,
    number: incident.number,
    openedAt: incident.openedAt,
    phase,
    // Later answers may recommend less; until a person decides so, the standing level is shown.
    level: standing?.level ?? higherOf(now.level, standingLevel(incident) ?? now.level),
    provisional: open && now.provisional,
    response: responseLabel(policy, responseId),
    responseId,
    callers: callersOf(incident).length,
    ems: now.alongside.length > 0 || isEmsCalled(incident),
    callType: callTypeLabel(policy, incident.callType) ?? 'Type not set',
    address: incident.place.address,
    area: area?.name ?? null,
    areaId: incident.place.areaId,
    position: incident.place.position,
    owner: incident.owner,
    ownerName: nameOf(incident.owner),
    why: whyLine(incident, now, policy, phase),
    units: incident.units
      .filter((unit) => unit.releasedAt === null)
      .map(({ unitId, status }) => ({ unitId, status })),
    phone: phone.state,
    offer: offerRow(incident, policy),
    clinician:
      phone.state === 'with-clinician' || phone.state === 'transferring' ? phone.clinician : null,
    transferTo:
      phone.state === 'transferring'
        ? phone.transfer.to === 'clinician'
          ? phone.transfer.operatorId
          : phone.transfer.to
        : null,
    transfer:
      phone.state === 'transferring'
        ? { standing: transferStanding(phone.transfer, nameOf), since: phone.transfer.since }
        : null,
    attention:
      attentionOf(incident, policy, promise, now, crew) ?? recontactAttention(incident, policy),
    holdUntil: incident.hold?.until ?? null,
    holdExpired: incident.hold?.expired ?? false,
    promise,
    recontact: recontactOf(incident, policy),
    nexus: nexusOf(incident, policy),
    flag: flagOf(incident, policy)?.says ?? null,
    monitors: incident.monitoring.monitors.map(({ clinician }) => clinician),
    asking: askingOf(incident),
  };
}

export function callTypeLabel(policy: Policy, code: string | null): string | null {
  return policy.callTypes.find((type) => type.code === code)?.label ?? code;
}

/** Its id when the policy in force does not have it: one decided under another policy still stands. */
export function responseLabel(policy: Policy, id: string): string {
  return policy.responses.find((response) => response.id === id)?.label ?? id;
}

function attentionOf(
  incident: Incident,
  policy: Policy,
  promise: StepPromise | null,
  now: Recommendation,
  crew: string | null,
): string | null {
  if (now.alongside.length > 0 && !isEmsCalled(incident)) return 'EMS needed now';
  const { phone } = incident;
  // With the level it rises to: what to send is the news.
  if (phone.state === 'untaken') return `Nobody by phone: ${responseLabel(policy, phone.fallback)}`;
  if (incident.raised !== null) return `Raised to ${incident.raised.to}`;
  if (incident.returned !== null) return 'Came back';
  const back = cameBackAttention(incident);
  if (back !== null) return back;
  if (phone.state === 'offered' && phone.asked.who === '988') return 'Hand to 988';
  if (incident.fromLine === 'police-ems') return 'Police/EMS called from the line';
  const units = stagingAttention(incident) ?? unitAttention(incident);
  if (units !== null) return units;
  if (crew !== null) return crew;
  if (incident.hold?.expired === true) return 'Promise time passed';
  const { missed } = incident;
  // The minute to decide is measured, and its bar shows it; a flag on every long intake would dull the flag.
  if (missed === null || promise === null || promise.step === 'decide') return null;
  return missed.step === promise.step && missed.from === promise.from
    ? `Late: ${promise.what}`
    : null;
}

function whyLine(incident: Incident, now: Recommendation, policy: Policy, phase: Phase): string {
  if (phase === 'intake' && now.provisional) {
    const label =
      findFact(policy, now.unasked[0] ?? '')?.label.toLowerCase() ?? 'the next question';
    return `Ask next: ${label}`;
  }
  const deciding = now.reasons.find((reason) => reason.gate !== policy.medical.id);
  return deciding?.because ?? '';
}
