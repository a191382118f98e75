import { expect, test } from 'vitest';
import { emergencyGrounds, ENTITLEMENTS } from '#shared/disclosure/entitlement.ts';
import { RECIPIENTS, UNARMED, type Recipient } from '#shared/disclosure/recipient.ts';
import { PARTITIONS, type Partition } from '#shared/partition/partition.ts';

// Written out a second time on purpose: freely / by consent / in an emergency. A line nobody meant turns this red.
const TABLE: Readonly<Record<Recipient, Readonly<Record<Partition, string>>>> = {
  '988': {
    dispatch: 'treatment response / support / all',
    clinical: '- / treatment / all',
    'part-2': '- / treatment / nothing',
    justice: '- / - / nothing',
  },
  partner: {
    dispatch: '- / treatment support / necessary',
    clinical: '- / treatment support / necessary',
    'part-2': '- / treatment / nothing',
    justice: '- / - / nothing',
  },
  police: {
    dispatch: 'treatment response / support / all',
    clinical: '- / - / necessary',
    'part-2': '- / - / nothing',
    justice: 'response / - / all',
  },
  ems: {
    dispatch: 'treatment response / support / all',
    clinical: '- / treatment / all',
    'part-2': '- / treatment / all',
    justice: '- / - / nothing',
  },
  'field-team': {
    dispatch: 'treatment response / support / all',
    clinical: '- / treatment / all',
    'part-2': '- / treatment / all',
    justice: '- / - / nothing',
  },
  hospital: {
    dispatch: 'treatment response / support / all',
    clinical: '- / treatment / all',
    'part-2': '- / treatment / all',
    justice: '- / - / nothing',
  },
  family: {
    dispatch: '- / treatment support / necessary',
    clinical: '- / treatment support / necessary',
    'part-2': '- / support / nothing',
    justice: '- / - / nothing',
  },
  dispatch: {
    dispatch: 'treatment response / support / all',
    clinical: '- / - / necessary',
    'part-2': '- / - / nothing',
    justice: 'response / - / all',
  },
};

const lines = RECIPIENTS.flatMap((recipient) =>
  PARTITIONS.map((partition) => [recipient, partition] as const),
);

test.each(lines)('%s and %s', (recipient, partition) => {
  const { freely, byConsent, inEmergency, because, source, verify } =
    ENTITLEMENTS[recipient][partition];
  const said = (purposes: readonly string[]) => purposes.join(' ') || '-';
  expect(`${said(freely)} / ${said(byConsent)} / ${inEmergency}`).toBe(TABLE[recipient][partition]);
  expect(because).toMatch(/^[A-Z].*\.$/);
  expect(source).toMatch(/\S/);
  expect(verify).toBe(true);
});

test('criminal-justice text goes to nobody unarmed, whatever it is for', () => {
  for (const recipient of UNARMED) {
    const { freely, byConsent, inEmergency } = ENTITLEMENTS[recipient].justice;
    expect([freely, byConsent, inEmergency]).toEqual([[], [], 'nothing']);
  }
});

test('in a medical emergency Part 2 opens to medical personnel only, and says so', () => {
  const opened = RECIPIENTS.filter(
    (each) => ENTITLEMENTS[each]['part-2'].inEmergency !== 'nothing',
  );
  expect(opened).toEqual(['ems', 'field-team', 'hospital']);
  for (const recipient of RECIPIENTS)
    expect(emergencyGrounds(recipient).includes('42 CFR 2.51')).toBe(opened.includes(recipient));
});
