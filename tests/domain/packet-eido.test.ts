import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asked, consent, CONTENT, HEAD, markerOf } from '../support/packet-examples.ts';
import { cutPacket, type Asked } from '#shared/disclosure/cut-packet.ts';
import { PURPOSES, RECIPIENTS } from '#shared/disclosure/recipient.ts';
import { noteHtml, telUri } from '#shared/eido/eido-shapes.ts';
import { dispositionCode, incidentStatus, incidentTypeText } from '#shared/eido/eido-registry.ts';
import { eidoOfPacket } from '#shared/eido/packet-eido.ts';
import { DISPOSITION_CODES } from '#shared/incident/disposition.ts';

const SCHEMA = join(import.meta.dirname, '../../../shared/data/eido/derived-eido.schema.json');
// Nobody here depends on a validator; one may lie in the tree because some tool of the build does.
const validator = 'ajv';
const Ajv = await import(/* @vite-ignore */ validator).then(
  (found) => found.Ajv ?? found.default,
  () => null,
);
const missing = Ajv === null || !existsSync(SCHEMA);
if (missing) process.stderr.write('SKIPPED: no EIDO schema, or no validator, on this computer.\n');

const eido = (changes: Partial<Asked> = {}) =>
  eidoOfPacket(cutPacket(CONTENT, HEAD, asked(changes)));

test.skipIf(missing)('every packet that can be cut is a valid EIDO', { timeout: 60_000 }, () => {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect(fits({ eidoVersion: '1.0' })).toBe(false);
  for (const recipient of RECIPIENTS)
    for (const purpose of PURPOSES)
      for (const consents of [[], [consent({ recipient })]]) {
        const made = eido({ recipient, purpose, consents });
        expect(fits(JSON.parse(JSON.stringify(made))), JSON.stringify(fits.errors)).toBe(true);
      }
});

test('the person is a patient, the caller a caller, and nobody a suspect', () => {
  const roles = eido().personComponent?.flatMap((each) => each.personIncidentRoleRegistryText);
  expect(roles).toEqual(['Caller', 'Patient']);
  expect(JSON.stringify(eido())).not.toContain('Suspect');
});

test('units, statuses and disposition are said in the words of the registries', () => {
  const made = eido();
  expect(made.incidentComponent).toMatchObject({
    incidentTypeCommonRegistryText: 'SUICTHRT',
    incidentStatusCommonRegistryText: ['Closed'],
    dispositionComponent: [{ dispositionCommonRegistryCode: '45' }],
  });
  expect(made.emergencyResourceComponent).toMatchObject([
    {
      emergencyResourceName: 'N1',
      emergencyResourceTypeCommonRegistryText: 'CrisisInterventionUnit',
      secondaryUnitStatusRegistryText: ['EnRoute'],
    },
    { emergencyResourceName: 'E31', emergencyResourceTypeCommonRegistryText: 'GroundALSAmbulance' },
  ]);
  expect(incidentStatus(['Assigned', 'EnRoute', null], false)).toEqual([
    'Active',
    'ResourcesAssigned',
    'ResourcesEnroute',
  ]);
  expect([incidentTypeText('MHDIST'), incidentTypeText('ELSE'), incidentTypeText(null)]).toEqual([
    'MNTL',
    'TROUBLE',
    'TROUBLE',
  ]);
  for (const code of DISPOSITION_CODES) expect(dispositionCode(code)).toMatch(/^\d\d$/);
  expect(dispositionCode('toString')).toBe('13');
});

test('cautions of criminal justice are in no file for somebody unarmed', () => {
  expect(JSON.stringify(eido())).not.toContain(markerOf('justice'));
  const police = eido({ recipient: 'police', purpose: 'response' });
  expect(
    police.cautionComponent?.map(({ cautionTypeInternalText }) => cautionTypeInternalText),
  ).toEqual([expect.stringContaining('rifle'), expect.stringContaining(markerOf('justice'))]);
});

test('what somebody typed never becomes markup', () => {
  const typed = '<script>alert("x")</script> & \u0000 bell';
  expect(noteHtml([typed, 'two\nlines'])).toBe(
    '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; \ufffd bell</p><p>two<br/>lines</p>',
  );
});

test('a number is handed on as it is dialed, and what is no number not at all', () => {
  expect([telUri('(312) 555-0100'), telUri('+1 312 555 0100'), telUri('withheld')]).toEqual([
    'tel:3125550100',
    'tel:+13125550100',
    null,
  ]);
});
