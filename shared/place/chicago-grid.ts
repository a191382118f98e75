import type { StreetGrid, StreetLine } from './street-grid.ts';

/** "Halsted St 800 W" as one line each, with the numbers it is straight between where it is not everywhere. */
const LINES = `
Madison St 0 N
Chicago Ave 800 N
Division St 1200 N
North Ave 1600 N
Armitage Ave 2000 N
Fullerton Ave 2400 N
Diversey Ave 2800 N
Belmont Ave 3200 N
Addison St 3600 N
Irving Park Rd 4000 N
Montrose Ave 4400 N
Lawrence Ave 4800 N
Foster Ave 5200 N
Bryn Mawr Ave 5600 N
Peterson Ave 6000 N
Devon Ave 6400 N
Pratt Blvd 6800 N
Touhy Ave 7200 N
Howard St 7600 N
Harrison St 600 S
Roosevelt Rd 1200 S
Cermak Rd 2200 S
Pershing Rd 3900 S
Garfield Blvd 5500 S
State St 0 E
Indiana Ave 200 E 1600 13400
Dr Martin Luther King Jr Dr 400 E 3500 11500
Cottage Grove Ave 800 E 3900 9400
Woodlawn Ave 1200 E 4300 9400
Stony Island Ave 1600 E 5600 9400
Jeffery Blvd 2000 E 6700 9400
Wentworth Ave 200 W
Halsted St 800 W
Ashland Ave 1600 W
Damen Ave 2000 W
Western Ave 2400 W
California Ave 2800 W
Kedzie Ave 3200 W
Pulaski Rd 4000 W
Kostner Ave 4400 W
Cicero Ave 4800 W
Laramie Ave 5200 W
Central Ave 5600 W
Austin Ave 6000 W
Narragansett Ave 6400 W
Harlem Ave 7200 W`;

/**
 * The grid Chicago has had since 1909: numbers count from State and Madison, 800 to a section of a mile, and
 * numbered streets lie 100 numbers apart to the south, but for the first three miles south (Roosevelt 1200,
 * Cermak 2200, 31st 3100). The count per mile and the turn are fitted to borders of community areas that run
 * along such streets: a section is a little longer than a mile, and its lines lean to the west going north.
 * To be checked locally.
 */
export const CHICAGO_GRID: StreetGrid = {
  name: 'Chicago',
  origin: { lat: 41.88197, lon: -87.62782 },
  perMile: 795.4,
  turned: 1.105,
  steps: {
    s: [
      [1200, 1.006],
      [2200, 2.012],
      [3100, 3.017],
    ],
  },
  numbered: { side: 's', per: 100, beside: { pl: 40 } },
  lines: LINES.trim().split('\n').map(lineIn),
};

function lineIn(text: string): StreetLine {
  const [, street = '', at = '', from, to] =
    /^(.+?) (\d+ [NSEW])(?: (\d+) (\d+))?$/u.exec(text) ?? [];
  const stretch = (number: string | undefined) => (number === undefined ? null : Number(number));
  return { street, at, from: stretch(from), to: stretch(to) };
}
