import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streetKey } from '#shared/place/street-key.ts';

const number = fc.integer({ min: 1, max: 12999 }).map(String);
const street = fc.constantFrom(
  'N Sheridan Rd',
  'W Lawrence',
  'S King Dr',
  'E 79th St',
  'Calle Peña',
  'O’Brien Ct',
  'block N Kedzie Ave',
);
const address = fc.tuple(number, street).map(([house, name]) => `${house} ${name}`);
const unitNumber = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('a', 'B'))
    .map((both) => both.join('')),
  fc.constantFrom('A', 'b'),
);
const designation = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('apt', 'Apt.', 'APARTMENT', 'unit', 'Ste', 'suite', 'Rm', 'room', 'floor'),
      fc.constantFrom(' ', ' #'),
      unitNumber,
    )
    .map((parts) => parts.join('')),
  unitNumber.map((each) => `#${each}`),
  fc.constantFrom('2nd floor', '1st Fl.', '12th floor', 'basement', 'rear', 'Apt 4-B'),
);

const jumbled = fc
  .array(
    fc.constantFrom(
      'apt',
      '#',
      'floor',
      '1st',
      '4',
      'b',
      'rear',
      'Main',
      '12',
      'fl',
      'St',
      'North',
      'first',
      '2nd',
      'Saint',
      '53',
      '53rd',
      'and',
      '&',
      'at',
      '/',
      'between',
      'block',
      'of',
      'corner',
      '56XX',
      '(',
      ')',
      '½',
    ),
    {
      maxLength: 8,
    },
  )
  .map((words) => words.join(' '));

const shouted = (text: string) => text.toUpperCase();
const spaced = (text: string) => `  ${text.replaceAll(' ', '   ')} `;
const dotted = (text: string) => `${text.replaceAll(' ', ', ')}.`;

test('case, spaces and punctuation make no difference', () => {
  fc.assert(
    fc.property(address, fc.constantFrom(shouted, spaced, dotted), (plain, change) => {
      expect(streetKey(change(plain))).toBe(streetKey(plain));
    }),
  );
});

test('a flat, a room or a floor makes no difference, wherever it stands', () => {
  fc.assert(
    fc.property(address, designation, fc.constantFrom(', ', ' '), (plain, unit, between) => {
      expect(streetKey(`${plain}${between}${unit}`)).toBe(streetKey(plain));
    }),
  );
  for (const written of ['Apt 4, 1200 N Kedzie Ave', '1200 N Kedzie Ave Apt 4, Chicago'])
    expect(streetKey(written)).toMatch(/^1200 n kedzie ave( chicago)?$/);
});

test('two addresses are the same only when the house and the street are', () => {
  fc.assert(
    fc.property(address, address, (one, other) => {
      expect(streetKey(one) === streetKey(other)).toBe(one === other);
    }),
  );
});

test('a part of an address is not the address, and nothing is left over from one', () => {
  fc.assert(
    fc.property(address, fc.constantFrom('Uptown', 'Chicago IL', 'lobby'), (plain, more) => {
      expect(streetKey(`${plain}, ${more}`)).not.toBe(streetKey(plain));
      const words = plain.split(' ');
      for (const part of [plain.slice(1), words.slice(0, -1).join(' '), words.slice(1).join(' ')])
        expect(streetKey(part)).not.toBe(streetKey(plain));
    }),
  );
});

const houses = fc.integer({ min: 1, max: 12999 }).map(String);
const directions = [
  ['N', 'North', 'n.'],
  ['S', 'South', 's.'],
  ['E', 'East', 'EAST'],
  ['W', 'West', 'w.'],
] as const;
const kinds = [
  ['St', 'Street', 'st.', 'STR'],
  ['Ave', 'Avenue', 'Av.'],
  ['Blvd', 'Boulevard', 'blvd.'],
  ['Dr', 'Drive'],
  ['Rd', 'Road'],
  ['Ct', 'Court'],
  ['Pl', 'Place'],
  ['Pkwy', 'Parkway'],
  ['Ter', 'Terrace'],
] as const;
const names = [
  ['Kedzie'],
  ['Lake Shore'],
  ['79th', '79'],
  ['2nd', '2', 'Second', 'second'],
  ['11th', 'Eleventh'],
  ['St Louis', 'Saint Louis', 'St. Louis'],
] as const;

/** One street by its three parts, with a way to write each. */
const written = fc
  .record({
    house: houses,
    parts: fc.tuple(
      fc.nat(directions.length - 1),
      fc.nat(names.length - 1),
      fc.nat(kinds.length - 1),
    ),
    ways: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)),
    again: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)),
  })
  .map(({ house, parts: [direction, name, kind], ways, again }) => {
    const of = (way: readonly number[]) =>
      [directions[direction]!, names[name]!, kinds[kind]!]
        .map((forms, at) => forms[way[at]! % forms.length]!)
        .join(' ');
    return {
      street: `${house} ${direction} ${name} ${kind}`,
      ways: [ways, again].map((way) => `${house} ${of(way)}`),
    };
  });

test('the same street abbreviated in any way is the same address', () => {
  fc.assert(
    fc.property(written, ({ ways: [one, other] }) => {
      expect(streetKey(one!)).toBe(streetKey(other!));
    }),
  );
});

test('no abbreviation makes two streets, sides or houses one', () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      const same = one.street === other.street;
      for (const here of one.ways)
        for (const there of other.ways) expect(streetKey(here) === streetKey(there)).toBe(same);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['N Broadway and W Lawrence', 'North Broadway and West Lawrence'],
  ['1200 E 79th St', '1200 East 79 Street, apt 2'],
  ['Clark & Division', 'Division at Clark'],
  ['Corner of Clark St / Division', 'clark street and division'],
  ['53rd & Ellis', 'Ellis at 53'],
  ['Ellis between 54th & 55th', 'Ellis, between 55 and 54'],
  ['56XX S Maryland', '5600 block of South Maryland'],
  ['5600 blk S Maryland', '5600 Block S. Maryland'],
  ['5300½ W 51st St', '5300 1/2 W 51 St'],
  ['100-102 N Main Avenue', '100 - 102 N. Main Aven'],
])('%s is %s', (one, other) => {
  expect(streetKey(one)).toBe(streetKey(other));
});

test.each([
  ['1200 N Kedzie Ave', '1200 S Kedzie Ave'],
  ['12 N Clark St', '112 N Clark St'],
  ['1200 N Kedzie Ave', '1200 N Kedzie St'],
  ['1200 E 79th St', '1200 E 78th St'],
  ['1st St', '1 St'],
  ['79 Main St', '79th Main St'],
  ['1200 NE Kedzie Ave', '1200 N E Kedzie Ave'],
  ['5600 block of S Maryland', '5600 S Maryland'],
  ['5600 block of S Maryland', '5600 block of N Maryland'],
  ['Clark & Division', 'Clark'],
  ['Ellis between 54th & 55th', 'Ellis between 54th & 56th'],
  ['Ellis between 54th & 55th', '54th between Ellis & 55th'],
])('%s is not %s', (one, other) => {
  expect(streetKey(one)).not.toBe(streetKey(other));
});

test('reading a key again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), jumbled), (text) => {
      expect(streetKey(streetKey(text))).toBe(streetKey(text));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['12 Main St, Miami FL 33101', '12 main st miami fl 33101'],
  ['100 Room for Rent Rd', '100 room for rent rd'],
  ['5300 1/2 W 51st St', '5300 1 2 w 51 st'],
  ['1-2 Main', '1 2 main'],
  ['12 Main', '12 main'],
  ['Rear', 'rear'],
  ['apt 4', ''],
  ['5656 S. Maryland (UCM ED)', '5656 s maryland ucm ed'],
  [' , . ', ''],
  ['', ''],
  ['ул. Ленина 4', 'ул ленина 4'],
])('%s is compared as “%s”', (written, key) => {
  expect(streetKey(written)).toBe(key);
});
