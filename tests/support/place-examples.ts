import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { CHICAGO_GRID } from '#shared/place/chicago-grid.ts';
import type { CommonPlaceId } from '#shared/lib/brand.ts';

type PlaceTopic = Extract<
  keyof Examples,
  `place.${string}` | `places.${string}` | `street-${string}` | `common-place${string}`
>;

/** An invented table in the form the city's own has. */
export const INVENTED_STREETS = `Full Street Name,Direction,Street ,Suffix,Suffix Direction,Min Address,Max Address,Grid,Area
N EXAMPLE AVE,N,EXAMPLE,AVE, ,4000,5199,1000 W,
S EXAMPLE AVE,S,EXAMPLE,AVE, ,1,1199,1000 W,
W HARBOR ST,W,HARBOR,ST, ,1,1999,4200 N,
W LANTERN ST,W,LANTERN,ST, ,1,1999,,Uptown
N QUARRY RD,N,QUARRY,RD, ,4000,5199,,
`;

export const INVENTED_PLACES = `name,aliases,address,area,lat,lon
Harbor Hospital,Harbor ED; HH,4210 N Example Ave,Uptown,,
Lantern School,,100 W Lantern St,,,
`;

export function adoptedStreets(atWork: DeskAtWork, text = INVENTED_STREETS): string {
  const sam = atWork.as('Sam');
  const seen = atWork.do(sam, 'street-table.examine', { source: 'streets.csv', text });
  return atWork.do(sam, 'street-table.adopt', { hash: seen.hash ?? '' }).made as string;
}

export function commonPlace(
  more: Partial<Input<'common-place.set'>> = {},
): Input<'common-place.set'> {
  return {
    placeId: null,
    name: 'Harbor Hospital',
    aliases: ['Harbor ED'],
    address: '4210 N Example Ave',
    areaId: 'uptown',
    position: null,
    ...more,
  };
}

export function keptPlace(
  atWork: DeskAtWork,
  more: Partial<Input<'common-place.set'>> = {},
): CommonPlaceId {
  return atWork.do(atWork.as('Sam'), 'common-place.set', commonPlace(more)).made as CommonPlaceId;
}

const noFile = [
  { text: null },
  { text: 7 },
  { text: 'x'.repeat(8 * 1024 * 1024 + 1) },
  { source: ' ' },
  { file: 'x' },
];
const noHash = [{ hash: '' }, { hash: 'abc' }, { hash: 'g'.repeat(64) }, { hash: null }];
const line = { street: 'N Example Ave', at: '1000 W', from: null, to: null };

export const PLACE_EXAMPLES: Pick<Examples, PlaceTopic> = {
  'place.look-up': {
    as: 'Pat',
    good: () => ({ address: '4210 N Example Ave' }),
    bad: [{ address: null }, { address: 'x'.repeat(301) }, { areaId: 'uptown' }],
  },
  'places.kept': { as: 'Ada', good: () => ({}), bad: [{ hash: 'x' }, [], 'text'] },
  'street-table.examine': {
    as: 'Sam',
    good: () => ({ source: 'streets.csv', text: INVENTED_STREETS }),
    bad: noFile,
  },
  'street-table.adopt': {
    as: 'Sam',
    good: (atWork, sam) => {
      const file = { source: 'streets.csv', text: INVENTED_STREETS };
      return { hash: atWork.do(sam, 'street-table.examine', file).hash ?? '' };
    },
    bad: noHash,
  },
  'street-table.withdraw': {
    as: 'Sam',
    good: (atWork) => ({ hash: adoptedStreets(atWork), reason: 'Wrong file.' }),
    bad: [...noHash, { reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }, { by: 'Sam' }],
  },
  'street-grid.set': {
    as: 'Ada',
    good: () => ({ grid: { ...CHICAGO_GRID, lines: [line] } as Input<'street-grid.set'>['grid'] }),
    bad: [
      { grid: 'Chicago' },
      { grid: {} },
      { grid: { ...CHICAGO_GRID, perMile: 0 } },
      { grid: { ...CHICAGO_GRID, origin: { lat: 91, lon: 0 } } },
      { grid: { ...CHICAGO_GRID, steps: { up: [] } } },
      { grid: { ...CHICAGO_GRID, lines: [{ ...line, at: '' }] } },
      { grid: { ...CHICAGO_GRID, lines: [{ ...line, from: -1 }] } },
      { grid: { ...CHICAGO_GRID, extra: 1 } },
    ],
  },
  'common-place.set': {
    as: 'Sam',
    good: () => commonPlace(),
    bad: [
      { name: ' ' },
      { name: null },
      { aliases: 'ED' },
      { aliases: [''] },
      { aliases: Array.from({ length: 21 }, () => 'x') },
      { address: null },
      { areaId: '' },
      { position: { lat: 91, lon: 0 } },
      { kind: 'hospital' },
    ],
  },
  'common-place.remove': {
    as: 'Sam',
    good: (atWork) => ({ placeId: keptPlace(atWork) }),
    bad: [{ placeId: '' }, { placeId: null }, { reason: 'x' }],
  },
  'common-places.examine': {
    as: 'Sam',
    good: () => ({ source: 'places.csv', text: INVENTED_PLACES }),
    bad: noFile,
  },
  'common-places.import': {
    as: 'Sam',
    good: (atWork, sam) => {
      const file = { source: 'places.csv', text: INVENTED_PLACES };
      return { hash: atWork.do(sam, 'common-places.examine', file).hash ?? '' };
    },
    bad: noHash,
  },
};
