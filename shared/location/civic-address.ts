/**
 * The parts of a civic address by their names in RFC 5139 and RFC 6848 (`RD`, `HNO`, …), in capitals, and
 * parts of other schemes by their own names. Every part is kept: what has no place in the line stands after it.
 */
export type CivicParts = ReadonlyMap<string, string>;

const HOUSE = ['HNP', 'HNO', 'HNS'];
/** `A6` is the street in RFC 4119; `RD` took its place. */
const STREET = ['PRM', 'PRD', 'STP', 'RD', 'A6', 'STS', 'POD', 'POM'];
const CROSSING = ['RDSEC', 'RDBR', 'RDSUBBR'];
const INSIDE: readonly (readonly [string, string])[] = [
  ['NAM', ''],
  ['LMK', ''],
  ['BLD', 'Bldg '],
  ['FLR', 'Fl '],
  ['UNIT', 'Unit '],
  ['ROOM', 'Room '],
  ['SEAT', 'Seat '],
  ['LOC', ''],
  ['PLC', ''],
  ['MP', 'Milepost '],
  ['PN', 'Pole '],
  ['POBOX', 'PO box '],
];
const AROUND = ['A5', 'A4', 'A3', 'PCN', 'A2'];
const NOT_SAID = new Set(['COUNTRY', 'ADDCODE']);
const LONGEST_LINE = 300;

/** The address in one line, as it is said: street, what is inside it, community, state. */
export function civicLine(parts: CivicParts): string | null {
  const used = new Set<string>(NOT_SAID);
  const take = (name: string) => {
    used.add(name);
    return parts.get(name) ?? '';
  };
  const words = (names: readonly string[]) => names.map(take).filter(isSaid).join(' ');
  const street = [words(HOUSE), words(STREET)].filter(isSaid).join(' ');
  const crossing = words(CROSSING);
  const inside = INSIDE.map(([name, before]) => {
    const said = take(name);
    // “Suite 75” says already what it is.
    return said === '' ? '' : /[a-z]{3}/i.test(said) ? said : before + said;
  });
  const around: string[] = [];
  for (const name of AROUND) {
    const said = take(name);
    // A2 is the county: said only where nothing smaller is.
    if (name === 'A2' && around.length > 0) continue;
    if (said !== '' && !around.some((each) => same(each, said))) around.push(said);
  }
  const state = words(['A1', 'PC']);
  const others = [...parts].flatMap(([name, value]) =>
    used.has(name) ? [] : [`${name} ${value}`],
  );
  const line = [street, crossing, ...inside, ...others, ...around, state].filter(isSaid).join(', ');
  return line === '' ? null : line.slice(0, LONGEST_LINE);
}

function isSaid(text: string): boolean {
  return text !== '';
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
