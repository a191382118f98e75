import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import {
  isBrokenTable,
  matchCallType,
  readCallTypeTable,
  type CallTypeTable,
} from '#shared/intake-file/call-type-table.ts';
import { DEFAULT_CALL_TYPES } from '#shared/intake-file/default-call-types.ts';

const CODES = shippedPolicy().policy.callTypes.map(({ code }) => code);

function linesOf(text: string) {
  return text
    .split('\n')
    .flatMap((line, i) => (line === '' ? [] : [{ line: i + 1, fields: line.split(',') }]));
}

function tableOf(text: string): CallTypeTable {
  const table = readCallTypeTable(linesOf(text), CODES);
  if (isBrokenTable(table)) throw new Error(`line ${table.line}: ${table.why}`);
  return table;
}

describe('matching', () => {
  const table = tableOf(
    'pattern,call_type,note\nExact Words,MHDIST,\n*NOT violent*,MHDIST,first wins\n*violent*,MHVIOL,\nends *,INTOX,\n* begins,WELBNG,\n',
  );

  test.each([
    ['exact words', 'MHDIST'],
    ['EXACT   WORDS', 'MHDIST'],
    ['exact\nwords', 'MHDIST'],
    ['exact words!', null],
    ['mental not violent', 'MHDIST'],
    ['mental violent', 'MHVIOL'],
    ['violent', 'MHVIOL'],
    ['ends here', 'INTOX'],
    ['it ends here', null],
    ['it begins', 'WELBNG'],
    ['', null],
  ])('%j', (rawType, callType) => {
    expect(matchCallType(table, rawType)).toBe(callType);
  });

  test('a wildcard means what a regular expression would, without its slowness', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 });
    const pattern = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('*'));
    fc.assert(
      fc.property(
        pattern.filter((p) => p !== ''),
        word,
        (wanted, text) => {
          const oracle = new RegExp(`^${wanted.replaceAll('*', '.*')}$`);
          const [line] = tableOf(`pattern,call_type\n${wanted},INTOX\n`);
          expect(matchCallType([line!], text) === 'INTOX').toBe(oracle.test(text));
        },
      ),
      { numRuns: 2_000 },
    );
    const slow = tableOf(`pattern,call_type\n${'*a'.repeat(60)}b,INTOX\n`);
    expect(matchCallType(slow, 'a'.repeat(200))).toBeNull();
  });
});

describe('a broken table names line and remedy', () => {
  test.each([
    ['', 1, 'the table is empty'],
    ['pattern,note\nx,y\n', 1, 'the header does not name call_type'],
    ['pattern;call_type;note\nx;OTHER;\n', 1, 'the header does not name pattern and call_type'],
    ['pattern,call_type\n', 1, 'no line holds a pattern'],
    ['pattern,call_type\nx,OTHER\ny,NOSUCH\n', 3, 'the policy has no call type "NOSUCH"'],
    ['pattern,call_type\n,OTHER\n', 2, 'the pattern is empty'],
    ['pattern,call_type\nx,OTHER\nX,MHDIST\n', 3, 'its pattern already means OTHER on line 2'],
  ])('%j', (text, line, why) => {
    const broken = readCallTypeTable(linesOf(text), CODES);
    expect(broken).toMatchObject({ line, why });
    expect(broken).toHaveProperty('remedy');
  });

  test('columns are found by name, codes in any case, empty lines and repeated ones do not matter', () => {
    expect(tableOf('note,CALL_TYPE,Pattern\nwhy,mhdist,x\n,,\n,MHDIST,x\n')).toEqual([
      { pattern: 'x', callType: 'MHDIST', note: 'why' },
      { pattern: 'x', callType: 'MHDIST', note: '' },
    ]);
  });
});

describe('the shipped table', () => {
  const table = tableOf(DEFAULT_CALL_TYPES);

  test('is plain enough for any spreadsheet', () => {
    expect(DEFAULT_CALL_TYPES).toMatch(/^[\x20-\x7e\n]+$/);
    expect(DEFAULT_CALL_TYPES).not.toMatch(/^[=+@]/m);
    for (const { pattern } of table) expect(pattern).not.toBe('*');
  });

  test('no line stands in the shadow of an earlier one with another call type', () => {
    const shadowed = table.flatMap(({ pattern, callType }, i) => {
      const text = pattern.replaceAll('*', '');
      const earlier = matchCallType(table.slice(0, i), text);
      return earlier === null || earlier === callType ? [] : [`${pattern}: ${earlier}`];
    });
    expect(shadowed).toEqual([]);
  });

  test.each([
    ['MENTAL HEALTH CASE', 'MHDIST'],
    ['PSYCHIATRIC EMERGENCY ALS 1', 'MHDIST'],
    ['PSYCHIATRIC EMERGENCY VIOLENT', 'MHVIOL'],
    ['TRNSPORT PRISONER MENTAL CASE', 'MHDIST'],
    ['TRNSPORT NON-INMATE MENTAL CA', 'MHTRNS'],
    ['SUICIDE IN PROG NO INJ', 'SUIATT'],
    ['SUICIDE IN PROG INJ/PILLS', 'SUIATT'],
    ['SUICIDE IN PROG TRAUMA', 'SUIATT'],
    ['SUICIDE DELAY', 'SUITHR'],
    ['OVERDOSE ALS', 'OVERDS'],
    ['DIP - DRUNK/INTOX PERSON', 'INTOX'],
    ['DWI - DRUNK/INTOX DRIVER', 'OTHER'],
    ['WELFARE CHECK', 'WELBNG'],
    ['Mental Health Transport', 'MHTRNS'],
    ['Mental Health\nTransport', 'MHTRNS'],
    ['Information / Mental Health Transport', 'MHTRNS'],
    ['Information Report/Mental Transport', 'MHTRNS'],
    ['Information / Mental Health', 'MHDIST'],
    ['Liquor Law Violation', 'INTOX'],
    ['Information / Well-being check', 'WELBNG'],
    ['Criminal Trespass to Land', 'TRESP'],
    ['Criminal Trespass to Vehicle', 'OTHER'],
    ['Aggravated Battery (Domestic)', 'DOMEST'],
    ['EMS: OVERDOSE', 'OVERDS'],
    ['EMS: ALTERED MENTAL STATUS', 'PERDWN'],
    ['Traffic: DISABLED VEHICLE -', 'OTHER'],
    ['ENVIRONMENTAL HAZARD', null],
    ['127D_Suicide Attempt', 'SUIATT'],
    ['127B_Suicide Attempt Past', 'SUITHR'],
    ['*Bridge Jumper_Law', 'SUIATT'],
    ['121C_Mental Disordr NonViolent', 'MHDIST'],
    ['121D_Mental Disorder Violent', 'MHVIOL'],
    ['MENTAL VIOLENT - ARMED', 'MHVIOL'],
    ['MENTAL NOT VIOLENT', 'MHDIST'],
    ['ONE DOWN/DRUG OD', 'OVERDS'],
    ['ONE DOWN OR OVER THE WHEEL', 'PERDWN'],
    ['PERSON IN BEHAVIORAL/EMOTIONAL CRISIS', 'MHDIST'],
    ['SUSPICIOUS EVENT', null],
  ])('%j means %s', (rawType, callType) => {
    expect(matchCallType(table, rawType)).toBe(callType);
  });
});
