import type { JournalEvent } from './journal-event.ts';

/** Acts that can be taken back, as long as nothing was built on them. */
export const REVERSIBLE = [
  'unit.status-changed',
  'unit.status-corrected',
  'unit.stacked',
  'incident.held',
  'incident.hold-ended',
  'incident.owner-changed',
  'incident.place-set',
  'incident.call-type-set',
  'incident.note-added',
  'person.call-linked',
  'person.merged',
] as const satisfies readonly JournalEvent['type'][];

/**
 * What nobody means who takes back their last act: what the desk writes by itself, what only follows from an
 * act beside it, that an alarm was seen, and what is done on a screen of its own, with its own way back.
 */
export const NO_ACTS = [
  'call.went-late',
  'call.nomination-overdue',
  'monitor.advice-unseen',
  'monitor.nomination-overdue',
  'incident.promise-missed',
  'incident.recontact-missed',
  'incident.clock-set-back',
  'consent.expired',
  'disclosure.review-overdue',
  'contact.fell-due',
  'contact.went-late',
  'referral.overdue',
  'referral.code-refused',
  'unit.check-in-late',
  'unit.check-in-missed',
  'unit.check-in-clock-set',
  'unit.status-overdue',
  'unit.status-clock-set',
  'unit.posting-began',

  'incident.opened',
  'incident.level-raised',
  'incident.medical-found',
  'incident.left-unarmed',
  'incident.entered-unsecured',
  'incident.unserved',
  'incident.served-after-all',
  'incident.unit-pre-empted',
  'incident.unit-reassigned',
  'incident.unit-stood-down',
  'phone.return-changed',
  'monitor.ended',
  'monitor.nomination-settled',
  'monitor.step-down-ended',
  'phone.offered',
  'phone.offer-passed',
  'phone.rang-all',
  'phone.fell-to-988',
  'phone.fell-back',
  'unit.came-free',
  'unit.stack-ended',
  'operator.left-holding',
  'echo.read',

  'safety-plan.given',

  'unit.back-up-acknowledged',
  'unit.duress-acknowledged',

  'past-call.imported',
  'center.set-up',
  'operator.added',
  'operator.signed-on',
  'operator.signed-off',
  'operator.availability-changed',
  'operator.languages-noted',
  'policy.adopted',
  'policy.proposed',
  'policy.declined',
  'policy.withdrawn',
  'areas.proposed',
  'areas.adopted',
  'areas.declined',
  'areas.withdrawn',
  'screener.proposed',
  'screener.adopted',
  'screener.declined',
  'screener.withdrawn',
  'directory.adopted',
  'directory.withdrawn',
  'service.capacity-noted',
  'service.verified',
  'service.closed-for-now',
  'service.opened-again',
  'service.substance-use-marked',
  'disclosure.reviewed',
  'paper.printed',
  'paper.kit-set',
  'partner-key.made',
  'partner-key.revoked',
] as const satisfies readonly JournalEvent['type'][];

/** An act that stays. An event in neither list above has to have its sentence, or nothing compiles. */
export type StandingAct = Exclude<
  JournalEvent['type'],
  (typeof REVERSIBLE)[number] | (typeof NO_ACTS)[number]
>;
