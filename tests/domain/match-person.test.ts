import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Detail } from '#shared/person/known-person.ts';
import {
  matchPerson,
  NOTHING_HEARD,
  type Heard,
  type SharedBy,
} from '#shared/person/match-person.ts';
import {
  compareNames,
  isFullName,
  isNearly,
  nameKeys,
  nameWords,
} from '#shared/person/person-name.ts';

const NOBODY_ELSE: SharedBy = { phone: 1, address: 1, name: 1 };
const PHONE = { number: 'tel:+13125550142', shown: '(312) 555-0142' };

const name = (text: string): Detail => ({ kind: 'name', name: text });
const born = (date: string): Detail => ({ kind: 'birth', date });
const phone: Detail = { kind: 'phone', ...PHONE };
const lives: Detail = { kind: 'address', address: '1 W Lawrence Ave, apt 4' };

function match(heard: Partial<Heard>, known: readonly Detail[], shared = NOBODY_ELSE) {
  return matchPerson({ ...NOTHING_HEARD, ...heard }, known, shared);
}

describe('names', () => {
  test.each([
    ['Maria Garcia', 'MARIA  garcía', 'same'],
    ['Maria Garcia', 'Garcia, Maria', 'same'],
    ['Maria Garcia', 'garcia maria', 'same'],
    ['Anna-Maria Lee', 'Anna Maria Lee', 'same'],
    ['Annamaria Lee', 'Lee, Anna Maria', 'same'],
    ['Sean O’Neil', "Sean O'Neil", 'same'],
    ['Maria Garcia', 'Maria Elena Garcia', 'part'],
    ['Maria', 'Maria Garcia', 'part'],
    ['Lee Example', 'Lee Example Jr', 'part'],
    ['M. Garcia', 'Maria Garcia', 'initials'],
    ['M E Garcia', 'Maria Elena Garcia', 'initials'],
    ['Maria Garcia', 'Maria Garzia', 'near'],
    ['Jordan Exmaple', 'Jordan Example', 'near'],
    ['Mariah Garcia', 'Maria Garcia', 'near'],
    ['Jan Lee', 'Jon Lee', 'other'],
    ['Marta Garzia', 'Maria Garcia', 'other'],
    ['Maria Lopez', 'Maria Garcia', 'other'],
    ['M. G.', 'Maria Garcia', 'not-said'],
    ['', 'Maria Garcia', 'not-said'],
    ['Мария Иванова', 'Иванова Мария', 'same'],
    ['محمد علي', 'محمد علي', 'same'],
  ])('“%s” and “%s”: %s', (one, another, said) => {
    expect(compareNames(one, another)).toBe(said);
    expect(compareNames(another, one)).toBe(said);
  });

  test('the same keys lead to the same names', () => {
    expect(nameKeys('Garcia, Maria')).toEqual(nameKeys('maria GARCÍA'));
    expect(nameKeys('Anna-Maria')).toContain('annamaria');
    expect(nameKeys(' – ')).toEqual([]);
    expect(nameWords('J.R. Example')).toEqual(['j', 'r', 'example']);
  });

  test('a first name, or a first name and a letter, is no full name', () => {
    expect(['Maria', 'M. Garcia', 'Maria Garcia'].map(isFullName)).toEqual([false, false, true]);
  });

  test('nearly is one letter more, less, another, or two changed about, in words of four or more', () => {
    const pairs = [
      ['anna', 'anne'],
      ['jose', 'joes'],
      ['smith', 'smiths'],
      ['smith', 'smyth'],
      ['lee', 'leo'],
      ['smith', 'smith'],
      ['smith', 'schmid'],
      ['abcde', 'badce'],
    ] as const;
    expect(pairs.map(([a, b]) => isNearly(a, b))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('a word that stands twice and agrees once is one that agrees', () => {
    expect(compareNames('Garzia Garzia', 'Garzia Garcia')).toBe('near');
    expect(compareNames('Garzia Garcia', 'Garzia Garzia')).toBe('near');
  });

  test('whichever way round two names are compared, they stand the same', () => {
    const word = fc.constantFrom('maria', 'mario', 'm', 'garcia', 'garzia', 'g', 'lee', 'anna');
    const someName = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(someName, someName, (one, another) => {
        expect(compareNames(one, another)).toBe(compareNames(another, one));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('how sure it is', () => {
  const maria = [name('Maria Garcia'), born('1984-03-02'), phone, lives];

  test.each<[string, Partial<Heard>]>([
    ['full name and date of birth', { name: 'Garcia, Maria', birthDate: '1984-03-02' }],
    ['number and date of birth', { phone: PHONE, birthDate: '1984-03-02' }],
    ['number and full name', { phone: PHONE, name: 'María García' }],
    [
      'number, date of birth and initials',
      { phone: PHONE, birthDate: '1984-03-02', name: 'M. Garcia' },
    ],
  ])('likely: %s', (_what, heard) => {
    expect(match(heard, maria)).toMatchObject({ strength: 'strong' });
    expect(match(heard, maria)?.because).toMatch(/agree\.$/);
  });

  test.each<[string, Partial<Heard>, RegExp]>([
    ['a number alone', { phone: PHONE }, /number alone is never enough/],
    ['an address alone', { address: '1 West Lawrence Avenue' }, /address alone is never enough/],
    ['a full name alone', { name: 'Maria Garcia' }, /name alone is never enough/],
    ['number and address', { phone: PHONE, address: '1 W Lawrence Ave' }, /not enough to be sure/],
    ['name and address', { name: 'Maria Garcia', address: '1 W Lawrence Ave' }, /not enough/],
    ['number and first name', { phone: PHONE, name: 'Maria' }, /not enough/],
    ['initials and date of birth', { name: 'M Garcia', birthDate: '1984-03-02' }, /not enough/],
    [
      'a near spelling and everything else',
      { name: 'Maria Garzia', birthDate: '1984-03-02', phone: PHONE },
      /near spelling is never enough/,
    ],
    ['another name at the same number', { name: 'Lee Example', phone: PHONE }, /names differ/],
    [
      'number and name, but born on another day',
      { name: 'Maria Garcia', phone: PHONE, birthDate: '1990-01-31' },
      /dates of birth differ/,
    ],
    [
      'number and name, day and month changed about',
      { name: 'Maria Garcia', phone: PHONE, birthDate: '1984-02-03' },
      /nearly agree/,
    ],
  ])('may be: %s', (_what, heard, because) => {
    expect(match(heard, maria)).toMatchObject({
      strength: 'possible',
      because: expect.stringMatching(because) as string,
    });
  });

  test.each<[string, Partial<Heard>]>([
    ['nothing heard', {}],
    ['a date of birth alone', { birthDate: '1984-03-02' }],
    ['a first name alone', { name: 'Maria' }],
    ['initials alone', { name: 'M. Garcia' }],
    ['a near spelling alone', { name: 'Maria Garzia' }],
    ['a date of birth and another name', { name: 'Lee Example', birthDate: '1984-03-02' }],
    ['another number', { phone: { number: 'tel:+13125550199', shown: '(312) 555-0199' } }],
    ['another house', { address: '2 W Lawrence Ave' }],
    ['no address at all', { address: 'apt 4' }],
  ])('nobody: %s', (_what, heard) => {
    expect(match(heard, maria)).toBeNull();
  });

  test('a number or an address, and whatever is not a name or a birth date, is never more than may be', () => {
    const known = fc.subarray<Detail>(maria, { minLength: 1 });
    fc.assert(
      fc.property(known, fc.boolean(), fc.boolean(), (details, byPhone, byAddress) => {
        const found = match(
          { phone: byPhone ? PHONE : null, address: byAddress ? '1 W Lawrence Ave' : null },
          details,
        );
        expect(found?.strength ?? 'possible').toBe('possible');
      }),
    );
  });

  test('more that is known of somebody never turns a contradiction of birth dates into likely', () => {
    const more = fc.subarray<Detail>([name('Maria Garcia'), phone, lives, name('M Garcia')]);
    fc.assert(
      fc.property(more, (details) => {
        const found = match(
          {
            name: 'Maria Garcia',
            phone: PHONE,
            birthDate: '2001-07-08',
            address: '1 W Lawrence Ave',
          },
          [born('1984-03-02'), ...details],
        );
        expect(found?.strength ?? 'possible').toBe('possible');
      }),
    );
  });
});

describe('the evidence', () => {
  test('says in lines what agrees and what does not, those for it first', () => {
    const found = match(
      { name: 'García, María', birthDate: '1990-01-31', phone: PHONE, address: '1 W Lawrence' },
      [born('1984-03-02'), name('Maria Garcia'), phone, lives],
      { phone: 3, address: 1, name: 1 },
    );
    expect(found?.evidence.map(({ speaks, says }) => `${speaks}: ${says}`)).toEqual([
      'for: The same name: García, María here, Maria Garcia there',
      'for: The same number: (312) 555-0142 (of 3 known people)',
      'against: Another date of birth: 1990-01-31 here, 1984-03-02 there',
    ]);
    expect(found?.agreeing).toBe(2);
  });

  test('of several names the one that fits best speaks', () => {
    const found = match({ name: 'Maria Garcia', phone: PHONE }, [
      name('Mia'),
      name('Maria Garcia'),
      phone,
    ]);
    expect(found?.evidence[0]?.says).toBe('The same name: Maria Garcia');
    expect(found?.strength).toBe('strong');
  });
});
