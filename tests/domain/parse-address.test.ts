import fc from 'fast-check';
import { expect, test } from 'vitest';
import { houseKey, parseAddress } from '#shared/place/parse-address.ts';
import { wordsOf } from '#shared/place/street-words.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...'12 56XX block of S. E, North 53rd 61 St. Ave. Lake Park & / @ at and between ( ) ; - 1/2 ½ # apt 4B'.split(
          ' ',
        ),
        ...'rear Chicago, IL 60612 to near corner O’Brien Peña S.Maryland 100-102 . 53rd&Ellis'.split(
          ' ',
        ),
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' ')),
);

test('every word of a text is in exactly one part, in order, as it was written', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { chunks } = parseAddress(text);
      expect(chunks.map((chunk) => chunk.text).join('')).toBe(text.replace(/\s/gu, ''));
    }),
    { numRuns: 1000 },
  );
});

test('no words go to two parts, and none to no part', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { unit, landmark, rest, spoken, chunks } = parseAddress(text);
      const said = [unit, landmark, rest, spoken].flatMap(wordsOf).toSorted();
      expect(said).toEqual(chunks.flatMap(({ words }) => words).toSorted());
    }),
    { numRuns: 1000 },
  );
});

const house = fc.integer({ min: 1, max: 13_999 });
const directions = [
  ['s', ['S', 'South', 's.', 'SOUTH']],
  ['w', ['W', 'West', 'w.']],
] as const;
const names = [
  ['kedzie', ['Kedzie', 'KEDZIE']],
  ['lk park', ['Lake Park', 'LAKE  PARK', 'Lk Park']],
  ['53', ['53rd', '53', '53RD']],
  ['st louis', ['St. Louis', 'Saint Louis']],
  ['pena', ['Peña', 'PENA']],
] as const;
const suffixes = [
  ['ave', ['Ave', 'Avenue', 'AV.']],
  ['blvd', ['Blvd.', 'Boulevard']],
  ['st', ['St', 'STREET', 'St.']],
] as const;
const after = fc.constantFrom('', ', Chicago, IL 60615', ' (Public Way)', ' apt 4', ', rear', '.');

test('the same street in any abbreviation is the same street', () => {
  fc.assert(
    fc.property(
      house,
      fc.constantFrom(...directions),
      fc.constantFrom(...names),
      fc.constantFrom(...suffixes),
      fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
      after,
      (number, [direction, directed], [name, named], [suffix, kinds], [a, b, c], more) => {
        const written = [
          directed[a % directed.length],
          named[b % named.length],
          kinds[c % kinds.length],
        ];
        expect(parseAddress(`${number} ${written.join(' ')}${more}`).form).toEqual({
          kind: 'house',
          number: { from: number, to: null, said: String(number) },
          street: { direction, name, suffix, suffixDirection: null },
        });
      },
    ),
  );
});

/** "dir|name|suffix|side", as short as a table needs it. */
const said = (text: string): string => {
  const { form } = parseAddress(text);
  const street = (each: Extract<typeof form, { kind: 'street' }>['street']) =>
    [each.direction, each.name, each.suffix, each.suffixDirection]
      .filter((part) => part !== null)
      .join('|');
  switch (form.kind) {
    case 'house':
      return `${form.number.said}${form.number.to === null ? '' : '…'} ${street(form.street)}`;
    case 'block':
      return `block ${form.from} ${street(form.street)}`;
    case 'crossing':
      return form.streets.map(street).join(' × ');
    case 'between':
      return `${street(form.street)} ↔ ${form.ends.map(street).join(' ')}`;
    case 'street':
      return `street ${street(form.street)}`;
    case 'words':
      return 'words';
  }
};

test.each([
  ['5656 S. Maryland (UCM ED)', '5656 s|maryland'],
  ['5656 S.Maryland', '5656 s|maryland'],
  ['850 E. 61st St.\n(UCPD HQ)', '850 e|61|st'],
  ['1111 E, 60th St. (Law School)', '1111 e|60|st'],
  ['5302 S. Hyde Park Blvd.', '5302 s|hyde park|blvd'],
  ['1600 W North Ave', '1600 w|n|ave'],
  ['1600 North Ave', '1600 n|ave'],
  ['9500 S Avenue O', '9500 s|ave o'],
  ['300 E St NW', '300 e|st|nw'],
  ['5300 S Lake Shore Dr NB', '5300 s|lk shr|dr|nb'],
  ['100-102 N Main St', '100-102… n|main|st'],
  ['100 - 102 N Main St', '100-102… n|main|st'],
  ['5300½ W 51st St', '5300 1/2 w|51|st'],
  ['1234b Elm', '1234b elm'],
  ['56XX S Maryland', 'block 5600 s|maryland'],
  ['5600 block of South Maryland Avenue', 'block 5600 s|maryland|ave'],
  ['Clark & Division', 'clark × division'],
  ['N. Clark St at W. Division St', 'n|clark|st × w|division|st'],
  ['corner of 53rd/Ellis', '53 × ellis'],
  ['53 & Ellis', '53 × ellis'],
  ['North Ave. and Clark', 'n|ave × clark'],
  ['Dorchester between 54th & 55th', 'dorchester ↔ 54 55'],
  ['61st St, between Ingleside & Ellis', '61|st ↔ ingleside ellis'],
  ['54th between\nCottage Grove and\nMaryland', '54 ↔ cottage|grv maryland'],
  ['61 ST', 'street 61|st'],
  ['E 61st', 'street e|61'],
  ['6031 S. Ellis to 1307 E. 60th', '6031 s|ellis'],
  ['Starbucks 865 E. 57th St.', '865 e|57|st'],
  ['Union Station, 225 S Canal St', '225 s|canal|st'],
  ['UCM ED', 'words'],
  ['(UCM ED)', 'words'],
  ['', 'words'],
  ['1234567 Main St', 'street 1234567 main|st'],
])('%s', (written, read) => {
  expect(said(written)).toBe(read);
});

test('what is no street is kept by what it is', () => {
  expect(
    parseAddress('Union Station, 225 S Canal St apt 4B, Chicago, IL 60606 (Great Hall)'),
  ).toMatchObject({
    landmark: 'Union Station ( Great Hall )',
    unit: 'apt 4B',
    rest: 'Chicago IL 60606',
    spoken: '225 S Canal St',
  });
  expect(parseAddress('5730 South Drexel. Comer Hospital').rest).toBe('Comer Hospital');
  expect(parseAddress('1200 N Kedzie Ave Chicago').rest).toBe('Chicago');
});

test.each([
  ['5656 S. Maryland (UCM ED)', '5656 South Maryland, Chicago, IL'],
  ['Union Station, 225 S Canal St', '225 South Canal Street apt 2'],
  ['53rd & Ellis (Public Way)', 'Ellis at 53rd, Chicago'],
  ['Union Station', 'union  STATION'],
  ['UCM ED', '(UCM ED)'],
])('%s is the house of %s', (one, other) => {
  expect(houseKey(one)).toBe(houseKey(other));
});

test.each([
  ['5656 S. Maryland (UCM ED)', '5650 S. Maryland (UCM ED)'],
  ['53rd & Ellis', '54th & Ellis'],
  ['UCM ED', 'UCM'],
])('%s is not the house of %s', (one, other) => {
  expect(houseKey(one)).not.toBe(houseKey(other));
});
