import type { AliField, AliLayout, FieldPlace } from '#shared/location/ali-layout.ts';
import type { AliRecord } from '#shared/location/ali-record.ts';
import { shippedLayout } from '#shared/location/shipped-layouts.ts';
import type { LocationShape } from '#shared/location/location-shape.ts';

export function layout(name: 'nena-512' | 'nena-30-line'): AliLayout {
  const found = shippedLayout(name);
  if (found === null) throw new Error(`${name} does not ship.`);
  return found;
}

export type Written = Partial<Record<AliField | 'bid', string>>;

/** An invented wireless caller in Uptown. */
export const WIRELESS: Written = {
  number: '3125550142',
  classOfService: 'H',
  name: 'WIRELESS CALLER',
  houseNumber: '4600',
  preDirectional: 'N',
  street: 'BROADWAY',
  community: 'CHICAGO',
  state: 'IL',
  location: 'NE SECTOR',
  esn: '00512',
  latitude: '41.965000',
  longitude: '87.658000',
  uncertainty: '120',
  confidence: '90',
  date: '03032026',
  time: '120501',
  carrier: 'EXAMPLE PCS',
  law: 'CHICAGO PD',
  fire: 'CHICAGO FD',
  ems: 'CFD EMS',
  bid: 'N',
};

/** A record of 512 bytes with every field at its column. */
export function record512(written: Written): string {
  const { fields, bid } = layout('nena-512');
  const signs = Array.from({ length: 512 }, () => ' ');
  const put = (text: string, places: readonly FieldPlace[]) => {
    let left = text;
    for (const place of places) {
      if (!('column' in place)) throw new Error('This layout has columns only.');
      const part = left.slice(0, place.width);
      left = left.slice(place.width);
      for (const [at, sign] of [...part].entries()) signs[place.column - 1 + at] = sign;
    }
  };
  for (const [name, text] of Object.entries(written)) {
    const where = name === 'bid' ? bid?.at : fields[name as AliField];
    if (where !== undefined) put(text, Array.isArray(where) ? where : [where]);
  }
  signs[511] = '*';
  return signs.join('');
}

/** The lines of a screen, between STX and ETX. */
export function recordOfLines(lines: readonly string[]): string {
  return `\u0002${lines.join('\r\n')}\r\n\u0003`;
}

export const SCREEN = [
  '1 POS04',
  '(312) 555-0142 12:05:01 03/03/26',
  'WPH2 ESN 512',
  'WIRELESS CALLER',
  '4600',
  'N  BROADWAY',
  '',
  'CHICAGO                      IL',
  'NE SECTOR',
  'P#312-511-0007',
  'LAT +41.965000 LON -087.658000',
  'UNC 120m  COF 90%',
  'CO=EXMPL',
  'LAW CHICAGO PD',
  'FIRE CHICAGO FD',
  'EMS CFD EMS',
];

/** A record as it was read. */
export function aliRecord(changes: Partial<AliRecord> = {}): AliRecord {
  const shape: LocationShape = {
    kind: 'circle',
    middle: { lat: 41.965, lon: -87.658 },
    radius: 120,
  };
  return {
    bid: null,
    number: '312-555-0142',
    shape,
    confidence: 90,
    altitude: null,
    civic: '4600 N BROADWAY, NE SECTOR, CHICAGO, IL',
    classOfService: 'WPH2',
    details: {
      found: 'record',
      pseudoAni: null,
      name: 'WIRELESS CALLER',
      esn: '00512',
      agencies: { law: 'CHICAGO PD', fire: 'CHICAGO FD', ems: 'CFD EMS' },
      carrier: 'EXAMPLE PCS',
      written: '03032026 120501',
      unread: [],
    },
    ...changes,
  };
}
