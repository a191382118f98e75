import type { DeskAtWork } from './desk-at-work.ts';
import { openedIncident, PASSPHRASE } from './desk-at-work.ts';
import { LOCATION_EXAMPLES } from './location-examples.ts';
import { squares, UPTOWN_AND_LAKEVIEW } from './invented-areas.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';

type AreaTopic =
  | 'areas.kept'
  | 'areas.picture'
  | 'areas.at'
  | 'areas.examine'
  | 'areas.propose'
  | 'areas.approve'
  | 'areas.decline'
  | 'areas.withdraw'
  | 'incident.set-position';

export const IN_UPTOWN = { lat: 41.971, lon: -87.661 };
export const IN_LAKEVIEW = { lat: 41.942, lon: -87.653 };

/** A file of two areas of the policy, and one that is none. */
export function proposal(more: Partial<Input<'areas.propose'>> = {}): Input<'areas.propose'> {
  return {
    text: squares(UPTOWN_AND_LAKEVIEW),
    source: 'areas.geojson',
    property: 'name',
    mapping: { uptown: 'Uptown', lakeview: 'Lake View' },
    note: 'From the city.',
    ...more,
  };
}

/** The map waits for its second person. */
export function proposedMap(
  atWork: DeskAtWork,
  more: Partial<Input<'areas.propose'>> = {},
): string {
  return atWork.do(atWork.as('Sam'), 'areas.propose', proposal(more)).made as string;
}

export function mapInForce(atWork: DeskAtWork, more: Partial<Input<'areas.propose'>> = {}): string {
  const hash = proposedMap(atWork, more);
  atWork.do(atWork.as('Ada'), 'areas.approve', { hash, secondPerson: null });
  return hash;
}

const noHash = [{ hash: '' }, { hash: 'abc' }, { hash: 'g'.repeat(64) }, { hash: null }];
const noReason = [{ reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }, { by: 'Sam' }];
const noPosition = [
  { position: null },
  { position: { lat: 91, lon: 0 } },
  { position: { lat: 0, lon: -181 } },
  { position: { lat: NaN, lon: 0 } },
  { position: { lat: '41', lon: '-87' } },
  { position: { lat: 41, lon: -87, name: 'x' } },
];
const noText = [{ text: null }, { text: 7 }, { text: 'x'.repeat(16 * 1024 * 1024 + 1) }];

export const AREA_EXAMPLES: Pick<Examples, AreaTopic | keyof typeof LOCATION_EXAMPLES> = {
  ...LOCATION_EXAMPLES,
  'areas.kept': { as: 'Ada', good: () => ({}), bad: [{ hash: 'x' }, [], 'text'] },
  'areas.picture': { as: 'Pat', good: () => ({}), bad: [{ hash: 'x' }, [], 'text'] },
  'areas.at': { as: 'Pat', good: () => ({ position: IN_UPTOWN }), bad: noPosition },
  'areas.examine': {
    as: 'Sam',
    good: () => ({ text: squares(UPTOWN_AND_LAKEVIEW), property: null }),
    bad: [...noText, { property: ' ' }, { property: 7 }, { file: 'x' }],
  },
  'areas.propose': {
    as: 'Sam',
    good: () => proposal(),
    bad: [
      ...noText,
      { source: ' ' },
      { property: null },
      { mapping: [] },
      { mapping: { uptown: null } },
      { mapping: { uptown: ' ' } },
      { note: null },
      { hash: 'x' },
    ],
  },
  'areas.approve': {
    as: 'Ada',
    good: (atWork) => ({ hash: proposedMap(atWork), secondPerson: null }),
    bad: [
      ...noHash,
      { secondPerson: 'Ada' },
      { secondPerson: { operatorId: 'x' } },
      { secondPerson: { operatorId: 'x', passphrase: PASSPHRASE, role: 'admin' } },
    ],
  },
  'areas.decline': {
    as: 'Sam',
    good: (atWork) => ({ hash: proposedMap(atWork), reason: 'Wrong file.' }),
    bad: [...noHash, ...noReason],
  },
  'areas.withdraw': {
    as: 'Sam',
    good: (atWork) => ({ hash: mapInForce(atWork), reason: 'Wrong borders.' }),
    bad: [...noHash, ...noReason],
  },
  'incident.set-position': {
    as: 'Dana',
    good: (atWork) => ({
      incidentId: openedIncident(atWork, atWork.as('Dana')),
      position: IN_UPTOWN,
      source: 'map',
      otherArea: 'ask',
    }),
    bad: [
      ...noPosition,
      { source: 'radio' },
      { source: null },
      { otherArea: 'guess' },
      { otherArea: null },
      { areaId: 'uptown' },
    ],
  },
};
