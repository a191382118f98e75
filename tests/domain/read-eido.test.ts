import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EIDO_ID, eidoOf, eidoText } from '../support/eido-examples.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import { noteText } from '#shared/eido/note-text.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import { sentTime } from '#shared/eido/sent-time.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/eido');
const missing = !existsSync(FOLDER);
if (missing) process.stderr.write('SKIPPED: no EIDO samples on this computer.\n');

function read(text: string): EidoDocument {
  const document = readEido(text);
  if (isRefusal(document)) throw new Error(document.because);
  return document;
}

const refusal = (text: string) => {
  const document = readEido(text);
  return isRefusal(document) ? document.because : 'was taken';
};

test('what the document says is understood', () => {
  const document = read(eidoText());
  expect(document).toMatchObject({
    id: EIDO_ID,
    issuer: 'cad.riverside.example',
    updatedAt: '2026-03-03T17:50:00.000Z',
    said: {
      agency: 'Riverside PSAP',
      incidentNumber: 'R-118',
      callback: '+13125550142',
      address: '4620 N Broadway, Uptown',
      callType: 'SUITHR',
      status: ['Active'],
      startedAt: '2026-03-03T17:48:30.000Z',
      words: 'Says she cannot go on.\nAlone at home.',
      people: [{ roles: ['Caller', 'Patient'], name: null }],
    },
  });
});

describe.skipIf(missing)('the samples', () => {
  const sample = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

  test.each([
    'Samples/Sample_call_transfer_EIDO.json',
    'PhrSite-EidoLib/SampleCallTransferEido.json',
  ])('%s is a call, although nobody has made an incident of it yet', (name) => {
    const { id, said } = read(sample(name));
    expect(id).toBe('urn:emergency:uid:incidentid:a56e556d871:bcf.state.pa.us');
    expect(said).toMatchObject({ callback: '8195551212', callType: null, status: [] });
  });

  test('the invalid one is refused with the paths of what is missing', () => {
    expect(refusal(sample('PhrSite-EidoLib/EidoWithJcard.json'))).toContain('/lastUpdateTimeStamp');
  });

  test.each(['BasicSubscribe', 'NotifyResponse', 'NotifyWithEido'])('%s is no EIDO', (name) => {
    expect(refusal(sample(`PhrSite-EidoLib/${name}.json`))).toContain('was not taken');
  });
});

describe('what is refused', () => {
  test('a document without what the standard requires, by path', () => {
    const { issuingElementIdentification: _issuer, ...document } = eidoOf({
      incidentTypeCommonRegistryText: undefined,
      lastUpdateTimeStamp: '2026-13-40T00:00:00Z',
    });
    expect(refusal(JSON.stringify(document))).toBe(
      'The document was not taken. Missing or not as NENA-STA-021 writes it: /issuingElementIdentification, /incidentComponent/lastUpdateTimeStamp, /incidentComponent/incidentTypeCommonRegistryText. Send it with them.',
    );
  });

  test('one with nothing to work on', () => {
    const document = eidoOf({}, { incidentComponent: undefined, callComponent: undefined });
    expect(refusal(JSON.stringify(document))).toContain('nothing to work on');
  });

  test.each([
    ['no JSON', '{"a": nobody@example', 'no JSON'],
    ['no object', '[]', 'no JSON object'],
    ['half a character', JSON.stringify(eidoOf()).replace('Alone', 'Al\ud800one'), 'UTF-8'],
    ['too deep', `${'['.repeat(60)}${']'.repeat(60)}`, 'nested'],
    ['too many', `[${'0,'.repeat(60_000)}0]`, 'values'],
    ['too long', `"${'a'.repeat(1_100_000)}"`, 'characters'],
    [
      'a number beyond numbers',
      eidoText({ incidentCommonPriorityNumber: 55 }).replace(':55', ':5e999'),
      'number',
    ],
  ])('%s', (_what, text, why) => {
    expect(refusal(text)).toContain(why);
    expect(refusal(text)).not.toContain('nobody@example');
  });
});

test('keys that mean something to a program are keys like any other', () => {
  const text = eidoText().replace('{', '{"__proto__":{"polluted":true},"constructor":1,');
  expect(read(text).said.agency).toBe('Riverside PSAP');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('references that lead nowhere or in a circle do no harm', () => {
  const circle = { $id: 'note-1', $ref: 'note-1', notesReference: [{ $ref: 'note-1' }] };
  const [note] = eidoOf()['notesComponent'] as object[];
  const said = read(
    eidoText(
      { locationReference: [{ $ref: 'nowhere' }, { $ref: EIDO_ID }, 7, null] },
      { notesComponent: [{ ...note, ...circle }] },
    ),
  ).said;
  expect(said).toMatchObject({ address: '4620 N Broadway, Uptown', words: expect.any(String) });
});

test('no text or value makes reading throw', () => {
  const seed = eidoOf();
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(seed)),
      fc.jsonValue(),
      fc.integer({ min: 0, max: 3000 }),
      (key, value, cut) => {
        readEido(JSON.stringify({ ...seed, [key]: value }));
        readEido(JSON.stringify({ ...seed, [key]: [value, { $id: 'x', ...seed, more: value }] }));
        readEido(JSON.stringify(seed).slice(0, cut));
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  ['<p>one</p><p>two<br/>three</p>', 'one\ntwo\nthree'],
  ['BP <90 &amp; &#60;b&#62;', 'BP <90 & <b>'],
  ['<script>steal("<p>")</script>left', 'left'],
  ['never <b closed', 'never b closed'],
  ['turned \u202eround\u0007', 'turned round'],
  [`${'<'.repeat(200_000)}`, '<'.repeat(200_000)],
])('a note is read as its words: %.40s', (html, text) => {
  expect(noteText(html)).toBe(text);
});

test.each([
  ['2021-04-30T14:43:49.439-04:00', '2021-04-30T18:43:49.439Z'],
  ['2021-04-30T14:42:00.0-04:00', '2021-04-30T18:42:00.000Z'],
  ['2021-04-30T14:42:00', null],
  ['0001-01-01T00:00:00Z', null],
  ['yesterday', null],
  [1_620_000_000, null],
])('time %s', (text, instant) => {
  expect(sentTime(text)).toBe(instant);
});
