import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { centerAtWork, openAtWork } from '../support/desk-at-work.ts';
import { consentOn } from '../support/sharing-examples.ts';
import { talking } from '../support/topic-examples.ts';
import { run } from '#main/cli/run.ts';

const CLINICAL = 'planted clinical words';

async function packet(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const code = await run(['packet', ...args], { out: sink('out'), err: sink('err'), cwd: '/' });
  return { code, ...said };
}

/** A talk with a clinical note, and a consent for EMS. */
function center(): { folder: string; disclosures: () => readonly object[] } {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: CLINICAL });
  atWork.do(cleo, 'consent.give', consentOn(incidentId, { hours: 24 * 365 }));
  const { folder } = atWork;
  const start = atWork.now().toISOString();
  atWork.desk.close();
  return {
    folder,
    disclosures: () => {
      const again = openAtWork(folder, start);
      const { disclosures } = again.do(again.as('Sam'), 'sharing.of-incident', { incidentId });
      again.desk.close();
      return disclosures;
    },
  };
}

test('the packet of an incident is written as an EIDO, and is on the record with the digest of it', async () => {
  const { folder, disclosures } = center();
  const { code, out, err } = await packet('1', '--to', 'police', '--by', 'Dana', '--data', folder);
  expect([code, JSON.parse(out).eidoVersion]).toEqual([0, '1.0']);
  expect(out).not.toContain(CLINICAL);
  expect(err).toMatch(/left out: Clinical summary\. You may not read it/);
  expect(disclosures()).toMatchObject([{ byName: 'Dana', recipient: 'police', way: 'eido' }]);
  const events = openAtWork(folder).desk.journal;
  const made = [...events.entriesAfter(0)].map(({ event }) => event).at(-1);
  expect(made).toMatchObject({
    type: 'disclosure.made',
    fileDigest: createHash('sha256').update(out).digest('hex'),
  });
});

test('text stands in one JSON document with the digest of it', async () => {
  const { folder } = center();
  const ask = ['1', '--to', 'ems', '--by', 'Cleo', '--format', 'text', '--data', folder];
  const { code, out } = await packet(...ask);
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer.digest).toBe(createHash('sha256').update(answer.text).digest('hex'));
});

test('when nothing may go, nothing is on the record and the exit code says so', async () => {
  const { folder, disclosures } = center();
  const { code, out } = await packet('1', '--to', 'partner', '--by', 'Cleo', '--data', folder);
  expect([code, JSON.parse(out).refused]).toEqual([1, 'nothing-to-share']);
  expect(disclosures()).toEqual([]);
});

test.each([
  [['--to', 'ems', '--by', 'Cleo'], /INCIDENT-NUMBER is missing/],
  [['1', '--by', 'Cleo'], /--to is missing/],
  [['1', '--to', 'ems'], /--by is missing/],
  [['one', '--to', 'ems', '--by', 'Cleo'], /no number of an incident/],
  [['99', '--to', 'ems', '--by', 'Cleo'], /there is no incident 99/],
  [['1', '--to', 'press', '--by', 'Cleo'], /"press" is no recipient/],
  [['1', '--to', 'ems', '--by', 'Cleo', '--format', 'pdf'], /"pdf" is no format/],
  [['1', '--to', 'ems', '--by', 'Nobody'], /nobody here is called "Nobody"/],
  [['1', '--to', 'ems', '--by', 'Pat'], /a call-taker may not share/],
])('%j cannot be used, and says why', async (args, why) => {
  const { folder } = center();
  const { code, out, err } = await packet(...args, '--data', folder);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(why);
});
