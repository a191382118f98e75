import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centerAtWork, clearOfDanger, type DeskAtWork } from '../support/desk-at-work.ts';
import { eidoDesk, type EidoDesk } from '../support/eido-desk.ts';
import { eidoOf, eidoText, movedEido } from '../support/eido-examples.ts';
import { play, shift } from '../support/random-shift.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

const SCHEMA = join(import.meta.dirname, '../../../shared/data/eido/derived-eido.schema.json');
const validator = 'ajv';
const Ajv = await import(/* @vite-ignore */ validator).then(
  (found) => found.Ajv ?? found.default,
  () => null,
);
const missing = Ajv === null || !existsSync(SCHEMA);
if (missing) process.stderr.write('SKIPPED: no EIDO schema, or no validator, on this computer.\n');

function exported(atWork: DeskAtWork, incidentId: IncidentId): string {
  const made = atWork.desk.exportEido(incidentId, null);
  if (isRefusal(made)) throw new Error(made.because);
  return made.text;
}

function answered(atWork: EidoDesk, text = eidoText()): IncidentId {
  atWork.deliver(text);
  const { callId } = atWork.waiting()[0]!;
  return atWork.do(atWork.as('Dana'), 'call.answer', { callId }).made as IncidentId;
}

describe.skipIf(missing)('against the schema of the standard', () => {
  const fits = missing
    ? null
    : new Ajv({ strict: false, validateFormats: false }).compile(
        JSON.parse(readFileSync(SCHEMA, 'utf8')),
      );
  const check = (text: string) =>
    expect(fits(JSON.parse(text)), JSON.stringify(fits.errors)).toBe(true);

  test('every incident of a random shift is a valid document, and ours to read', () => {
    check(eidoText());
    fc.assert(
      fc.property(shift, (steps) => {
        const atWork = centerAtWork();
        for (const step of steps) play(atWork, step);
        const ids = atWork.desk.db
          .prepare('SELECT incident_id FROM board_incidents')
          .pluck()
          .all() as IncidentId[];
        for (const id of ids) {
          const text = exported(atWork, id);
          check(text);
          expect(text).not.toContain('Suspect');
          expect(isRefusal(readEido(text)), text).toBe(false);
        }
        atWork.desk.close();
      }),
      { numRuns: 3 },
    );
  });

  test('a document that was worked on is valid when it is given back', () => {
    const atWork = eidoDesk();
    const incidentId = answered(atWork);
    atWork.deliver(movedEido('4700 N Racine'));
    const text = exported(atWork, incidentId);
    check(text);
    expect(JSON.parse(text)).toMatchObject({
      incidentComponent: { incidentStatusCommonRegistryText: ['Active'] },
      personComponent: eidoOf()['personComponent'],
    });
  });
});

test('what both sides know comes back as it was said, and what was set here over it', () => {
  const atWork = eidoDesk();
  const dana = atWork.as('Dana');
  const incidentId = answered(atWork);
  const before = readEido(exported(atWork, incidentId));
  expect(before).toMatchObject({
    said: {
      incidentNumber: 'R-118',
      callback: '+13125550142',
      address: '4620 N Broadway, Uptown',
      type: { registry: 'SUICTHRT', text: 'Suicidal subject' },
      people: [{ roles: ['Caller', 'Patient'] }],
    },
  });
  const place = { incidentId, address: '4622 N Broadway, Uptown', areaId: 'uptown' };
  atWork.do(dana, 'incident.set-place', { ...place, callback: '312-555-0177' });
  atWork.do(dana, 'incident.set-call-type', { incidentId, callType: 'INTOX' });
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Door is open.' });
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'justice', text: 'planted justice' });
  clearOfDanger(atWork, dana, incidentId);
  const text = exported(atWork, incidentId);
  expect(text).toContain('Door is open.');
  expect(text).not.toContain('planted justice');
  expect(readEido(text)).toMatchObject({
    said: {
      address: '4622 N Broadway, Uptown',
      type: { registry: 'INTOX', code: 'INTOX' },
      words: expect.stringContaining('Alone at home.'),
    },
  });
});
