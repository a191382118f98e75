import { expect, test } from 'vitest';
import { closeAs, eligibleIncident } from '../support/counted-shift.ts';
import { accept, centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { waitingCall } from '../support/duplicate-examples.ts';
import { HeardCalls } from '#main/desk/duplicate/heard-calls.ts';

/** A call that is answered, decided and over. */
function cameAndWent(atWork: DeskAtWork): void {
  const dana = atWork.as('Dana');
  const incidentId = eligibleIncident(atWork, dana);
  accept(atWork, dana, incidentId);
  closeAs(atWork, incidentId, 'no-contact', 'timed-out');
}

test('a desk that has run for days compares a call with as few as one that has just begun', () => {
  const atWork = centerAtWork();
  const heard = new HeardCalls(atWork.desk.db, atWork.now);
  const waits = waitingCall(atWork);
  for (let day = 0; day < 6; day += 1) {
    cameAndWent(atWork);
    expect(heard.asOfNow().size).toBe(2);
    atWork.pass(24 * 60);
  }
  const known = heard.asOfNow();
  expect(known.size).toBe(1);
  expect(known.waiting()).toMatchObject([{ callId: waits }]);
});

test('what ended within the hours looked back at is still compared', () => {
  const atWork = centerAtWork();
  const heard = new HeardCalls(atWork.desk.db, atWork.now);
  cameAndWent(atWork);
  expect(heard.asOfNow().size).toBe(1);
  atWork.pass(239);
  expect(heard.asOfNow().size).toBe(1);
  atWork.pass(20);
  expect(heard.asOfNow().size).toBe(0);
});
