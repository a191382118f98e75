import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { knownStringsFile, knownStringsText } from '../../../build/call-types/known-strings.mjs';
import { policy } from '../../support/given.ts';
import { FIELD_STRINGS } from '#shared/call-type/field-words.ts';
import { knownStrings } from '#shared/call-type/known-strings.ts';
import { learn, type KnownString } from '#shared/call-type/learn.ts';
import { proposeCallType } from '#shared/call-type/propose.ts';
import { nexusByType, type TypeNexus } from '#shared/call-type/type-nexus.ts';

const TAXONOMY = join(import.meta.dirname, '../../../../shared/data/vera-call-taxonomy');
const TYPES = nexusByType(policy);
const KNOWN = knownStrings();
const CENTERS = [...new Set(KNOWN.flatMap(({ centers }) => centers))].sort();

/** Each center’s strings, proposed by what the others use: as it will be at a center nobody has seen. */
const LEFT_OUT = CENTERS.flatMap((center) => {
  const uses = ({ centers }: KnownString) => centers.includes(center);
  const learned = learn([...FIELD_STRINGS, ...KNOWN.filter((each) => !uses(each))]);
  return KNOWN.filter(uses).map((known) => ({
    known,
    meant: TYPES.get(known.callType)!,
    proposal: proposeCallType(known.raw, learned, TYPES),
  }));
});

const say = (figures: string) =>
  process.stdout.write(`call types, a center left out: ${figures}\n`);

function figures(said: (nexus: TypeNexus) => boolean) {
  const count = (claimed: boolean, right: boolean) =>
    LEFT_OUT.filter(
      ({ meant, proposal }) => said(proposal.nexus) === claimed && said(meant) === right,
    ).length;
  const [both, onlyClaimed, missed] = [count(true, true), count(true, false), count(false, true)];
  return { precision: both / (both + onlyClaimed), recall: both / (both + missed) };
}

describe('learned from five centers', () => {
  test('their strings are the judged ones, and no string means a type the policy does not have', () => {
    expect(CENTERS).toEqual(['Charleston', 'Dallas', 'Detroit', 'New Orleans', 'Seattle']);
    expect(KNOWN.length).toBeGreaterThan(2_600);
    for (const { raw, callType } of [...KNOWN, ...FIELD_STRINGS])
      expect(TYPES.has(callType), `${raw}: ${callType}`).toBe(true);
  });

  // The floors are what was measured (docs/call-type-table.md), less a margin.
  test('a center left out: behavioral or not', () => {
    const { precision, recall } = figures((nexus) => nexus === 'behavioral');
    say(`behavioral: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThan(0.86);
    expect(recall).toBeGreaterThan(0.93);
  });

  test('a center left out: worth a look or not', () => {
    const { precision, recall } = figures((nexus) => nexus !== 'none');
    say(`worth a look: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThan(0.76);
    expect(recall).toBeGreaterThan(0.86);
  });

  test('a center left out: what is called sure is right', () => {
    const sure = LEFT_OUT.filter(({ proposal }) => proposal.confidence === 'sure');
    const right = sure.filter(({ known, proposal }) => proposal.callType === known.callType);
    say(`sure: ${right.length} of ${sure.length} right`);
    expect(sure.length).toBeGreaterThan(600);
    expect(right.length / sure.length).toBeGreaterThan(0.97);
  });
});

const absent = !existsSync(TAXONOMY);
if (absent) process.stderr.write('SKIPPED: the call-type taxonomy is not on this computer.\n');

describe.skipIf(absent)('with the taxonomy at hand', () => {
  test('the strings that ship are what the script writes from it', async () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../..', knownStringsFile), 'utf8');
    expect(await knownStringsText(TAXONOMY)).toBe(shipped);
    expect(shipped).toContain('Permission is hereby granted, free of charge');
  });

  test('where the source counts otherwise, the judgement says why', () => {
    interface Row {
      readonly raw: string;
      readonly call_type: string;
      readonly why: string;
    }
    const judged = parse(
      readFileSync(join(import.meta.dirname, '../../../build/call-types/judged-call-types.csv')),
      { columns: true },
    ) as unknown as Row[];
    const source = parse(readFileSync(join(TAXONOMY, 'CallTypes_TS.CallTypes.csv')), {
      bom: true,
      columns: true,
    }) as unknown as Record<string, string>[];
    const behavioral = new Set(
      source
        .filter(({ Category }) => Category?.trim() === 'Behavioral Health')
        .map((row) => row['Field 1']?.replace(/\s+/g, ' ').trim().toLowerCase()),
    );
    const unexplained = judged.filter(({ raw, call_type, why }) => {
      const ours = TYPES.get(call_type) === 'behavioral';
      const theirs = behavioral.has(raw.toLowerCase());
      return ours !== theirs && (ours || theirs) && why === '';
    });
    expect(unexplained.map(({ raw }) => raw)).toEqual([]);
  });
});
