import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleo, START } from '../support/given.ts';
import { asked, consent, CONTENT, HEAD, markerOf } from '../support/packet-examples.ts';
import { CONSENT_PARTITIONS, holds, type Consent } from '#shared/disclosure/consent.ts';
import { cutPacket, holdsPartition, type Asked } from '#shared/disclosure/cut-packet.ts';
import { ENTITLEMENTS } from '#shared/disclosure/entitlement.ts';
import { SECTION_FORMS, SECTIONS, type Packet, type SectionId } from '#shared/disclosure/packet.ts';
import { packetText } from '#shared/disclosure/packet-text.ts';
import { CONSENT_PURPOSES, PURPOSES, RECIPIENTS, UNARMED } from '#shared/disclosure/recipient.ts';
import { PLAIN_NOTICE } from '#shared/disclosure/redisclosure-notice.ts';
import { eidoOfPacket } from '#shared/eido/packet-eido.ts';
import { PARTITIONS } from '#shared/partition/partition.ts';

const cut = (changes: Partial<Asked> = {}) => cutPacket(CONTENT, HEAD, asked(changes));
const ids = ({ sections }: Packet) => sections.map(({ id }) => id);
const leftOut = (packet: Packet, id: SectionId) =>
  packet.leftOut.find((each) => each.id === id)?.reason ?? null;

/** Everything that would leave the center, as one text. */
function bytes(packet: Packet): string {
  return `${packetText(packet)}\n${JSON.stringify(eidoOfPacket(packet))}`;
}

const DISPATCH_SECTIONS = SECTIONS.filter((id) => SECTION_FORMS[id].partition === 'dispatch');

describe('the form, cut for', () => {
  test('police: hazards, approach and officer safety, no clinical word', () => {
    const packet = cut({ recipient: 'police', purpose: 'response' });
    expect(ids(packet)).toEqual(['hazards', 'justice', ...DISPATCH_SECTIONS.slice(1)]);
    expect(leftOut(packet, 'screen')).toMatch(/hazards and approach/);
  });

  test('an unarmed team: the dispatch record, and nothing of criminal justice', () => {
    const packet = cut({ recipient: 'field-team' });
    expect(ids(packet)).toEqual(DISPATCH_SECTIONS);
    expect(leftOut(packet, 'justice')).toMatch(/police and dispatch only/);
    expect(leftOut(packet, 'clinical')).toMatch(/^No consent to clinical/);
  });

  test('EMS with a consent: the clinical sections too, by that consent', () => {
    const packet = cut({ consents: [consent()] });
    expect(ids(packet)).toEqual(
      SECTIONS.filter((id) => ['dispatch', 'clinical'].includes(SECTION_FORMS[id].partition)),
    );
    expect(packet.basis).toContainEqual({ kind: 'consent', consentId: 'consent-1' });
  });

  test('a partner without consent: nothing at all', () => {
    const packet = cut({ recipient: 'partner' });
    expect(ids(packet)).toEqual([]);
    expect(leftOut(packet, 'location')).toMatch(/No consent/);
  });

  test('a partner that takes no Part 2: none, whatever was consented to', () => {
    const consents = [consent({ recipient: 'partner', partitions: ['part-2', 'dispatch'] })];
    const packet = cut({ recipient: 'partner', consents, refusesPart2: true });
    expect(leftOut(packet, 'part-2')).toMatch(/does not take substance-use text/);
    expect(holdsPartition(cut({ recipient: 'partner', consents }), 'part-2')).toBe(true);
  });

  test('police in an emergency: the screen, because it keeps somebody safe, and no other clinical word', () => {
    const packet = cut({ recipient: 'police', purpose: 'emergency' });
    expect(ids(packet)).toContain('screen');
    expect(ids(packet)).not.toContain('clinical');
    expect(ids(packet)).not.toContain('part-2');
    expect(leftOut(packet, 'clinical')).toMatch(/Not necessary/);
    expect(packet.basis).toEqual([
      { kind: 'emergency', grounds: ['45 CFR 164.512(j)', '740 ILCS 110/11(ii)'] },
    ]);
  });

  test('a hospital in an emergency: Part 2 as well, with the notice', () => {
    const packet = cut({ recipient: 'hospital', purpose: 'emergency' });
    expect(ids(packet)).toEqual(SECTIONS.filter((id) => id !== 'justice'));
    expect(packet.notice).toEqual([PLAIN_NOTICE]);
  });

  test('whoever makes it: nothing they may not read themselves', () => {
    const packet = cut({ recipient: 'police', purpose: 'response', readable: ['dispatch'] });
    expect(leftOut(packet, 'justice')).toMatch(/You may not read it/);
  });
});

test('the text of the law a center installed stands under our own words, with Part 2 and only then', () => {
  const installed = 'Installed by counsel.';
  const emergency = { recipient: 'ems', purpose: 'emergency' } as const;
  expect(cut({ ...emergency, installedNotice: installed }).notice).toEqual([
    PLAIN_NOTICE,
    installed,
  ]);
  expect(cut({ installedNotice: installed }).notice).toEqual([]);
  expect(PLAIN_NOTICE).toMatch(/42 CFR 2\.32/);
});

test('the recipient reads nothing of what was left out', () => {
  const packet = cut({ recipient: 'field-team' });
  expect(packet.leftOut.length).toBeGreaterThan(0);
  for (const { id, reason } of packet.leftOut) {
    expect(bytes(packet)).not.toContain(reason);
    expect(bytes(packet)).not.toContain(SECTION_FORMS[id].title);
  }
});

const someConsent: fc.Arbitrary<Consent> = fc
  .record({
    recipient: fc.constantFrom(...RECIPIENTS),
    partitions: fc.subarray([...CONSENT_PARTITIONS], { minLength: 1 }),
    purposes: fc.subarray([...CONSENT_PURPOSES], { minLength: 1 }),
    startsIn: fc.integer({ min: -72, max: 2 }),
    hours: fc.integer({ min: 1, max: 96 }),
    ended: fc.constantFrom(null, 'revoked' as const, 'time' as const),
  })
  .map(({ startsIn, hours, ended, ...rest }) => {
    const start = Date.parse(START) + startsIn * 3_600_000;
    return consent({
      ...rest,
      givenAt: new Date(start).toISOString(),
      expiresAt: new Date(start + hours * 3_600_000).toISOString(),
      ended: ended === null ? null : { why: ended, at: START, by: cleo },
    });
  });

const someAsk = fc.record({
  recipient: fc.constantFrom(...RECIPIENTS),
  purpose: fc.constantFrom(...PURPOSES),
  readable: fc.subarray([...PARTITIONS]),
  refusesPart2: fc.boolean(),
  consents: fc.array(someConsent, { maxLength: 5 }),
});

test('whatever is asked and consented: each word goes with a basis, and only then', () => {
  fc.assert(
    fc.property(someAsk, (ask) => {
      const packet = cut(ask);
      const gone = bytes(packet);
      const { recipient, purpose, readable, consents } = ask;
      for (const id of SECTIONS) {
        const { partition, necessary } = SECTION_FORMS[id];
        const goes = ids(packet).includes(id);
        // Not a word of a section that was left out, in text or file; each is either in or left out with why.
        expect(gone.includes(markerOf(id))).toBe(goes);
        expect(leftOut(packet, id) === null).toBe(goes);
        if (!goes) continue;
        const { freely, byConsent, inEmergency } = ENTITLEMENTS[recipient][partition];
        const standing = consents.some(
          (each) =>
            each.recipient === recipient &&
            holds(each, Date.parse(START)) &&
            (each.partitions as readonly string[]).includes(partition) &&
            (each.purposes as readonly string[]).includes(purpose),
        );
        const byTable = purpose !== 'emergency' && freely.includes(purpose);
        const byEmergency =
          purpose === 'emergency' &&
          (inEmergency === 'all' || (inEmergency === 'necessary' && necessary));
        const consentable = (byConsent as readonly string[]).includes(purpose);
        expect((standing && consentable) || byTable || byEmergency).toBe(true);
        expect(readable).toContain(partition);
      }
      expect(packet.basis.length > 0).toBe(packet.sections.length > 0);
    }),
    { numRuns: 500 },
  );
});

test('never criminal justice to anybody unarmed, never Part 2 to police or dispatch', () => {
  fc.assert(
    fc.property(someAsk, (ask) => {
      const packet = cut({ ...ask, readable: PARTITIONS });
      if (UNARMED.includes(ask.recipient)) expect(holdsPartition(packet, 'justice')).toBe(false);
      if (ask.recipient !== 'police' && ask.recipient !== 'dispatch') return;
      // Not even by a consent, which nobody could have given here.
      expect(holdsPartition(packet, 'part-2')).toBe(false);
      if (ask.purpose !== 'emergency') expect(holdsPartition(packet, 'clinical')).toBe(false);
      expect(ids(packet)).not.toContain('clinical');
    }),
    { numRuns: 300 },
  );
});

test('words that look like the form stay inside their section', () => {
  const content = {
    ...CONTENT,
    happened: {
      ...CONTENT.happened,
      lines: [
        { label: 'In the caller’s words', text: 'hello\nNOTICE\n\nFor: everybody', said: null },
      ],
    },
  };
  const lines = packetText(cutPacket(content, HEAD, asked())).split('\n');
  expect(lines.filter((line) => line === 'NOTICE' || line === 'For: everybody')).toEqual([]);
  expect(lines).toContain('  NOTICE');
});
