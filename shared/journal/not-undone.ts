import { REVERSIBLE, type StandingAct } from './acts.ts';
import type { JournalEvent } from './journal-event.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/**
 * Acts that are never taken back, because somebody outside has heard of them or because the record is what
 * counts. Each says what can be done instead.
 */
const NOT_UNDONE: Readonly<Record<StandingAct, string>> = {
  'incident.words-set-aside':
    'The words were looked at, and stay in the record. Ask what it is mainly about all the same.',
  'call.received':
    'A call that came in stays in the queue. Answer it, and close it as what it was.',
  'call.answered':
    'An answered call cannot be unanswered. Somebody else can take its incident over: take and its number.',
  'call.parted': 'The call waits again. Join it anew where it is the same after all: Shift+J.',
  'call.told-apart':
    'That they are two stays on the record. Join or merge them all the same: Shift+J.',
  'incident.unmerged': 'They are two incidents again. Merge them anew: Shift+J.',
  'call.nominated': 'A nomination was heard. Withdraw it where it stands.',
  'call.nomination-denied': 'The answer was heard. The clinician can nominate it again.',
  'call.nomination-withdrawn': 'The nomination is withdrawn. Nominate it again: Shift+N.',
  'eido.proposal-settled':
    'What the sender says stays on the timeline. Set the place, the callback or the call type as it is.',
  'incident.exported':
    'What went out cannot be called back. It stays on the record; tell your supervisor if it was wrong.',
  'monitor.joined': 'That you listen along was seen. Leave it: l.',
  'monitor.left': 'You have left. Attach again: l.',
  'monitor.advised':
    'Advice may have been read. Send another one that says what is right: Shift+M.',
  'monitor.advice-seen': 'What was seen was seen. Say what becomes of it: Shift+Y or Shift+R.',
  'monitor.advice-answered': 'The answer was heard. Tell the clinician what is right.',
  'monitor.nominated': 'A nomination was heard. Withdraw it where it stands.',
  'monitor.nomination-denied': 'The answer was heard. Decide otherwise with o if it was wrong.',
  'monitor.nomination-withdrawn': 'The nomination is withdrawn. Nominate it again: Shift+N.',
  'monitor.step-down-proposed': 'A proposal was heard. Withdraw it where it stands.',
  'monitor.step-down-withdrawn': 'The proposal is withdrawn. Propose it again: Shift+D.',
  'monitor.step-down-refused': 'The answer was heard. The clinician can propose it again.',
  'monitor.step-down-agreed':
    'The units were told. End the step-down where it stands: the response goes on.',
  'monitor.step-down-confirmed':
    'What you said stands until its time. End the step-down where it is not calm any more.',
  'monitor.step-down-resumed':
    'The response goes on. The clinician can propose another step-down: Shift+D.',
  'incident.fact-answered':
    'An answer is what somebody said. Answer the question again: both stay on the record.',
  'incident.facts-aged':
    'Earlier answers do not count any more, after what was said. Ask the questions again.',
  'incident.response-decided':
    'A decision stays on the record. Decide again: o chooses another response.',
  'incident.upgraded':
    'Police/EMS now went out and is not undone. Stand a unit down by itself: sd and its call sign.',
  'incident.closed':
    'A closed incident stays closed. Police/EMS now reopens it; for anything else type in a new call: n.',
  'incident.back-entered':
    'A card that is in the record stays there. Put right what is wrong on its incident, with a note.',
  'incident.language-set': 'What the person speaks is set anew where it is wrong: Shift+L.',
  'incident.capabilities-set': 'What the vehicle should have is set anew: Shift+L.',
  'incident.caller-recontacted':
    'A call to the caller was made. Call again, and record what they say then.',
  'incident.staging-ordered':
    'A unit that was told to wait is told otherwise by radio. Name another place with Shift+H, or stand it down: sd and its call sign.',
  'incident.scene-secured':
    'That the scene is secure was heard. Tell the units by radio, and let them wait again: Shift+H.',
  'outage.declared': 'A declared outage stays on the record. Declare the right times beside it.',
  'incident.note-struck': 'The note is struck, which stays on the record. Write it again: m.',
  'incident.caution-attached':
    'A caution somebody heard of here stays. A supervisor removes it where it is wrong.',
  'incident.cautions-acknowledged': 'What was read was read. It goes to the team with it.',
  'costs.set':
    'Assumptions that were set are on the record. Step back where they stand: outcomes, Cost.',
  'costs.withdrawn': 'The assumptions before it count again. Set them anew: outcomes, Cost.',
  'caution.recorded': 'A caution is not taken back here. A supervisor removes it, with a reason.',
  'caution.removed': 'A removed caution stays removed. Record it anew: Shift+C.',
  'phone.declined':
    'You said no to the call, and somebody else is asked. Take it where it stands, while it waits: Enter.',
  'phone.taken-by-988': '988 has the caller. Call the caller back, or type in a new call: n.',
  'phone.taken':
    'You are on the line, and the caller knows it. Hand the conversation on: t, or back to dispatch: b.',
  'phone.transfer-started':
    'A transfer was offered and may have been heard. Take it back where it stands: Backspace at the clinician’s desk.',
  'phone.transfer-consented':
    'What the caller agreed to was said. Take the transfer back where it stands: Backspace.',
  'phone.transfer-refused': 'What the caller refused was said. It stays on the record.',
  'phone.transfer-packet-ready':
    'The packet was ready. Take the transfer back where it stands: Backspace.',
  'incident.received-from-988':
    'What 988 handed over stays as it was said. Write a note beside it: m.',
  'incident.told-988': 'What 988 heard was said. Tell them again, and write that down.',
  'phone.dialed': 'The number was dialed. Write down the next attempt.',
  'phone.transfer-introduced':
    'They know of each other. Take the transfer back where it stands: Backspace.',
  'phone.transfer-dropped': 'A line that was gone was gone. Dial again, or call the caller back.',
  'phone.transfer-called-off': 'The transfer was called off. Start another one: t.',
  'phone.transfer-accepted': 'An accepted transfer is yours. Offer it to somebody else: t.',
  'phone.transfer-returned': 'The transfer went back to who offered it. Nothing here undoes that.',
  'phone.escalated': 'Somebody in person was asked for. Dispatch decides what goes: tell them.',
  'referral.made':
    'The person was told where to go. Tell them otherwise, and say that they withdraw it: g l.',
  'referral.owner-changed': 'Whoever has the referral now gives it on: g l.',
  'referral.sent':
    'What went to the place cannot be called back. Tell the place, and say how it stands: g l.',
  'referral.accepted': 'What the place said stays. Write down what it says now: g l.',
  'referral.waitlisted': 'What the place said stays. Write down what it says now: g l.',
  'referral.declined': 'What the place said stays. Make another referral.',
  'referral.appointment-unmade':
    'An appointment nobody came to stays on the record. Agree on another one: g l.',
  'referral.reported': 'What the person said stays. Write down what they say now: g l.',
  'referral.arrived': 'What the receiving place confirmed stays. If it was wrong, write a note: m.',
  'referral.linked': 'What the receiving place confirmed stays. If it was wrong, write a note: m.',
  'referral.withdrawn': 'The person withdrew it. If they want it again, make a new referral.',
  'referral.ended': 'A referral that was ended stays so. Make a new one.',
  'phone.caller-lost':
    'The line broke off. Call again, and record what they say: Shift+O, Shift+X.',
  'phone.caller-found':
    'Somebody has the person on the line. Say how it ends at the clinician’s desk.',
  'phone.resolved': 'The conversation has ended. Call back, or type in a new call: n.',
  'screen.began': 'A screen that was begun is finished where it stands, with what was asked: c.',
  'screen.answered':
    'What the person said stays on the record. Answer the question of the screen again: c.',
  'screen.finished': 'A finished screen stays. Correct an answer, or begin another one: c.',
  'unit.added': 'A unit that was added stays on the roster.',
  'unit.crew-changed': 'Who is on duty is switched, not undone: s, then the crew.',
  'unit.duty-changed': 'Who is on duty is switched, not undone: s, then the crew.',
  'unit.posting-planned': 'A planned change of a unit is changed where it was planned: g s.',
  'unit.position-reported':
    'A unit is where it was last reported. Report where it is: at and its call sign.',
  'unit.capabilities-changed': 'What a vehicle has is set anew: s, then Vehicle.',
  'unit.languages-noted': 'What somebody speaks is noted anew: s, then the crew.',
  'unit.retired': 'A unit that was taken off the roster stays off. Add it anew.',
  'shift.planned': 'A planned shift is changed where it was planned: g s.',
  'shift.changed': 'A planned shift is changed where it was planned: g s.',
  'shift.called-off': 'A planned shift is changed where it was planned: g s.',
  'shift.removed': 'A planned shift is changed where it was planned: g s.',
  'person.named': 'Whom the call is about is noted anew where it was misheard: Shift+K.',
  'person.registered':
    'A person who was registered stays on the record. Merge them into who they are: g a.',
  'person.detail-added': 'What is wrong about a person is withdrawn where it stands: g a.',
  'person.detail-withdrawn': 'What was withdrawn is added again where it stood: g a.',
  'person.call-unlinked': 'The call is not theirs any more. Say anew whose it was: Shift+K.',
  'person.call-ruled-out':
    'That it was somebody else stays on the record. Link it after all from their page: g a.',
  'person.unmerged': 'They are two people again. Merge them anew: g a.',
  'person.told-apart': 'That they are two stays on the record. Merge them all the same: g a.',
  'person.note-written': 'A note others may have read is withdrawn where it stands: g a.',
  'person.note-reviewed': 'A note that was looked at is withdrawn where it is wrong: g a.',
  'person.note-withdrawn': 'What was withdrawn is written anew: g a.',
  'person.plan-written': 'A plan others may have read is withdrawn where it stands: g a.',
  'person.plan-withdrawn': 'What was withdrawn is written anew: g a.',
  'people.noted': 'Who calls and whom it is about is written anew where it is wrong.',
  'interpreter.connected':
    'Who interprets is written anew: connect another, or say that they left.',
  'interpreter.left': 'The interpreter who left is connected again by hand.',
  'note.field-written': 'A field of the notes is written anew. Both versions stay on the record.',
  'safety-plan.written': 'A safety plan is written anew. Both versions stay on the record.',
  'means.discussed':
    'What was said about means stays, and so do the answers it gave. Write down what is so now.',
  'strength.noted': 'What helps is taken off the list where it stands.',
  'strength.withdrawn': 'What was taken off the list is written down again.',
  'approach.advised':
    'Advice that was shared may have been read to a crew. Take it back where it stands, and tell them.',
  'approach.withdrawn': 'Advice that was taken back is shared again where it stood.',
  'consent.given':
    'What somebody allowed was said. Write down that they take it back: x, then Revoke.',
  'consent.revoked':
    'A consent that was taken back stays taken back. Ask again, and write down a new one.',
  'disclosure.made':
    'What went cannot be called back. It stays in the accounting; tell your supervisor if it was wrong.',
  'disclosure.read-back': 'What was read back was heard. Read it back again where it was wrong.',
  'contact.promised': 'A promise somebody has heard stays. End it with what became of it.',
  'contact.owner-changed': 'Whoever has the contact now gives it on.',
  'contact.attempted': 'An attempt was made. Write the next one.',
  'contact.went-elsewhere':
    'What was heard at a follow-up stays. Say in its note what was misheard.',
  'safe-contact.noted': 'What is safe on a number is written anew where it is wrong: g f.',
  'contact.ended': 'What became of the contact stays on the record. Promise another one.',
  'hand-over.offered': 'The offer was heard. Take it back where it stands: g h.',
  'hand-over.accepted':
    'A shift that was read and accepted is yours. Hand it on with g h, or ask others to take single incidents.',
  'hand-over.declined': 'That you do not take over was said. A new offer can be accepted: g h.',
  'hand-over.returned': 'The offer was taken back. Offer it anew: g h.',
  'unit.unstacked': 'It was taken off. Stack the unit again from the incident: a.',
  'unit.checked-in': 'A crew that was heard cannot be unheard. The next check-in runs from then.',
  'unit.back-up-asked': 'Nobody takes an alarm back. Clear it with a reason once it is over.',
  'unit.duress-raised': 'Nobody takes an alarm back. Clear it with a reason once it is over.',
  'unit.back-up-cleared': 'A cleared alarm is raised again, not undone: Shift+B on the board.',
  'unit.duress-cleared': 'A cleared alarm is raised again, not undone: Shift+D on the board.',
};

/** Something a person did, not what followed from it. */
export function isAct(event: JournalEvent): boolean {
  if (event.type === 'incident.fact-answered') return event.informant !== 'record';
  return isStanding(event.type) || (REVERSIBLE as readonly string[]).includes(event.type);
}

export function staysAsItIs(type: JournalEvent['type']): Refusal {
  return refuse('not-undone', isStanding(type) ? NOT_UNDONE[type] : '');
}

function isStanding(type: JournalEvent['type']): type is StandingAct {
  return Object.hasOwn(NOT_UNDONE, type);
}
