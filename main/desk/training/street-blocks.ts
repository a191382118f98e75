/**
 * Hundred blocks that exist, by area of the default policy. Who lives or works there is invented, and
 * no block is nearer than a hundred numbers.
 */
export const STREET_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  uptown: [
    '4600 block N Sheridan Rd',
    '4700 block N Broadway',
    '1100 block W Wilson Ave',
    '1000 block W Lawrence Ave',
    '4500 block N Clark St',
    '4800 block N Winthrop Ave',
    '800 block W Montrose Ave',
  ],
  'north-center': [
    '3900 block N Lincoln Ave',
    '2000 block W Irving Park Rd',
    '4000 block N Damen Ave',
    '1900 block W Addison St',
    '3700 block N Western Ave',
  ],
  lakeview: [
    '3200 block N Broadway',
    '3100 block N Clark St',
    '700 block W Belmont Ave',
    '3400 block N Halsted St',
    '900 block W Addison St',
    '3500 block N Pine Grove Ave',
  ],
  'humboldt-park': [
    '3300 block W Division St',
    '1400 block N Kedzie Ave',
    '3500 block W North Ave',
    '1000 block N Pulaski Rd',
    '3700 block W Chicago Ave',
    '900 block N Central Park Ave',
  ],
  'west-garfield-park': [
    '4100 block W Madison St',
    '4300 block W Washington Blvd',
    '200 block S Pulaski Rd',
    '4500 block W Jackson Blvd',
    '100 block N Kostner Ave',
  ],
  'east-garfield-park': [
    '3200 block W Madison St',
    '3000 block W Lake St',
    '3300 block W Warren Blvd',
    '100 block S Homan Ave',
    '3500 block W Fifth Ave',
    '2800 block W Fulton St',
  ],
  'west-englewood': [
    '6300 block S Ashland Ave',
    '1700 block W 63rd St',
    '6600 block S Damen Ave',
    '6700 block S Wood St',
    '1900 block W Garfield Blvd',
  ],
  'west-elsdon': [
    '3800 block W 55th St',
    '5500 block S Pulaski Rd',
    '5300 block S Hamlin Ave',
    '4000 block W 56th St',
  ],
  'chicago-lawn': [
    '6300 block S Kedzie Ave',
    '3200 block W 63rd St',
    '2900 block W 71st St',
    '6500 block S California Ave',
    '6800 block S Western Ave',
  ],
  'west-lawn': [
    '6500 block S Pulaski Rd',
    '6400 block S Cicero Ave',
    '4100 block W 63rd St',
    '3900 block W 71st St',
  ],
  'gage-park': [
    '5500 block S Kedzie Ave',
    '2600 block W 51st St',
    '5300 block S California Ave',
    '2900 block W 55th St',
    '5700 block S Western Ave',
  ],
  'auburn-gresham': [
    '7900 block S Halsted St',
    '800 block W 79th St',
    '8300 block S Racine Ave',
    '1400 block W 79th St',
    '8100 block S Ashland Ave',
  ],
  chatham: [
    '7900 block S Cottage Grove Ave',
    '500 block E 79th St',
    '8300 block S King Dr',
    '8700 block S Indiana Ave',
    '200 block E 87th St',
  ],
};

/** Blocks of the city that no area of the policy covers. */
export const BLOCKS_OUTSIDE: readonly string[] = [
  '100 block N State St',
  '6900 block N Clark St',
  '1500 block E 53rd St',
  '1800 block S Blue Island Ave',
  '3100 block S Halsted St',
  '2600 block N Milwaukee Ave',
  '5600 block W Madison St',
  '7100 block S Jeffery Blvd',
];
