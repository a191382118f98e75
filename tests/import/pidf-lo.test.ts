import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPidfLo } from '#main/desk/location/read-pidf-lo.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { fixesOf, numberOfEntity, type ReadPlace } from '#shared/location/read-location.ts';

const SAMPLES = join(import.meta.dirname, '../../../shared/data/pidf-lo-ng911');
const absent = !existsSync(SAMPLES);
if (absent)
  process.stderr.write('SKIPPED: the PIDF-LO samples of Ng911Lib are not on this computer.\n');

function document(inside: string, { around = '', entity = 'tel:+13125550100' } = {}): string {
  return `<?xml version="1.0"?>
    <presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"
      xmlns:gml="http://www.opengis.net/gml" xmlns:gs="http://www.opengis.net/pidflo/1.0"
      entity="${entity}"><tuple id="t"><status><gp:geopriv><gp:location-info>${inside}</gp:location-info>
      ${around}</gp:geopriv></status><timestamp>2026-03-03T12:00:00-06:00</timestamp></tuple></presence>`;
}

const WGS84 = 'srsName="urn:ogc:def:crs:EPSG::4326"';
const METERS = 'uom="urn:ogc:def:uom:EPSG::9001"';

const circle = (radius = '120', uom = METERS) =>
  `<gs:Circle ${WGS84}><gml:pos>41.97 -87.66</gml:pos><gs:radius ${uom}>${radius}</gs:radius></gs:Circle>`;

function place(inside: string, around = ''): ReadPlace {
  const read = readPidfLo(document(inside, { around }));
  if (isRefusal(read)) throw new Error(read.because);
  return read.places[0];
}

function refusal(xml: string): string {
  const read = readPidfLo(xml);
  if (!isRefusal(read)) throw new Error('It was read.');
  expect(read.because).toMatch(/^The location cannot be read: .+ send it again\.$/u);
  return read.because;
}

test('a circle with its confidence, its moment in UTC, its method and who vouches for it', () => {
  const read = place(
    `${circle()}<con:confidence xmlns:con="urn:c" pdf="normal">90</con:confidence>`,
    '<gp:method>Cell</gp:method><gp:provided-by><DataProviderString>Acme</DataProviderString></gp:provided-by>',
  );
  expect(read).toEqual({
    shape: { kind: 'circle', middle: { lat: 41.97, lon: -87.66 }, radius: 120 },
    confidence: 90,
    civic: null,
    at: '2026-03-03T18:00:00.000Z',
    altitude: null,
    method: 'Cell',
    providedBy: 'Acme',
  });
});

test('a confidence nobody knows is none', () => {
  expect(place(`${circle()}<confidence>unknown</confidence>`).confidence).toBeNull();
});

test('angles in radians are read in degrees', () => {
  const radians = (name: string, value: number) =>
    `<gs:${name} uom="urn:ogc:def:uom:EPSG::9101">${value}</gs:${name}>`;
  const { shape } = place(
    `<gs:ArcBand ${WGS84}><gml:pos>41.97 -87.66</gml:pos><gs:innerRadius ${METERS}>900</gs:innerRadius>
     <gs:outerRadius ${METERS}>1100</gs:outerRadius>${radians('startAngle', Math.PI)}
     ${radians('openingAngle', Math.PI / 2)}</gs:ArcBand>`,
  );
  expect(shape).toMatchObject({ kind: 'arc-band', start: 180, opening: 90 });
});

test('CRS84 has the longitude first, and EPSG 4326 the latitude', () => {
  const point = (crs: string, pos: string) =>
    `<gml:Point srsName="${crs}"><gml:pos>${pos}</gml:pos></gml:Point>`;
  const there = { kind: 'point', position: { lat: 41.97, lon: -87.66 } };
  expect(place(point('urn:ogc:def:crs:OGC:1.3:CRS84', '-87.66 41.97')).shape).toEqual(there);
  expect(place(point('urn:ogc:def:crs:EPSG::4326', '41.97 -87.66')).shape).toEqual(there);
  expect(place(point('urn:ogc:def:crs:EPSG::4979', '41.97 -87.66 193')).altitude).toBe(193);
});

test('a polygon keeps its holes, and an envelope is the polygon of its corners', () => {
  const ring = (list: string) =>
    `<gml:LinearRing><gml:posList>${list}</gml:posList></gml:LinearRing>`;
  const { shape } = place(
    `<gml:Polygon ${WGS84}><gml:exterior>${ring('41 -88 41 -87 42 -87 41 -88')}</gml:exterior>
     <gml:interior>${ring('41.1 -87.3 41.1 -87.2 41.2 -87.2 41.1 -87.3')}</gml:interior></gml:Polygon>`,
  );
  expect(shape).toMatchObject({ kind: 'polygon', interiors: [{ length: 4 }] });
  const box = place(
    `<gml:Envelope ${WGS84}><gml:lowerCorner>41 -88</gml:lowerCorner>
     <gml:upperCorner>42 -87</gml:upperCorner></gml:Envelope>`,
  );
  expect(box.shape).toMatchObject({ kind: 'polygon', exterior: { length: 5 } });
});

test('a civic address with its point is one place, said as it is spoken', () => {
  const read = place(
    `${circle()}<ca:civicAddress xmlns:ca="urn:c"><ca:country>US</ca:country><ca:A1>IL</ca:A1>
     <ca:A3>Chicago</ca:A3><ca:A5>Uptown</ca:A5><ca:prd>W</ca:prd><ca:RD>Lawrence</ca:RD><ca:STS>Ave</ca:STS>
     <ca:HNO>1130</ca:HNO><ca:HNS>1/2</ca:HNS><ca:FLR>3</ca:FLR><ca:PC>60640</ca:PC></ca:civicAddress>`,
  );
  expect(read.civic).toBe('1130 1/2 W Lawrence Ave, Fl 3, Uptown, Chicago, IL 60640');
  expect(read.shape.kind).toBe('circle');
});

test('of several places the one to be used first comes last as a fix', () => {
  const two = document(circle()).replace(
    '</tuple>',
    `</tuple><person><geopriv><location-info>${circle('900')}</location-info></geopriv></person>`,
  );
  const read = readPidfLo(two);
  if (isRefusal(read)) throw new Error(read.because);
  const receivedAt = '2026-03-03T18:05:00.000Z';
  const fixes = fixesOf(read, { source: 'pidf-lo', receivedAt });
  expect(fixes.map(({ shape, at }) => [shape.kind === 'circle' && shape.radius, at])).toEqual([
    [900, receivedAt],
    [120, '2026-03-03T18:00:00.000Z'],
  ]);
  expect(numberOfEntity(read.entity)).toBe('+13125550100');
  expect(numberOfEntity('pres:alice@example.com')).toBeNull();
});

test.each([
  [
    'a document type',
    `<!DOCTYPE a [<!ENTITY b "c">]>${document(circle())}`,
    'declares a document type',
  ],
  ['an entity', document(circle('&b;')), 'not well-formed XML'],
  ['no XML', 'hello', 'not well-formed XML'],
  ['nothing', '', 'not well-formed XML'],
  ['half a document', document(circle()).slice(0, 300), 'not well-formed XML'],
  ['another document', '<alert><info/></alert>', 'no geopriv part'],
  ['speed only', document('<Dynamic><speed>12</speed></Dynamic>'), 'not where they are'],
  ['feet', document(circle('120', 'uom="urn:ogc:def:uom:EPSG::9002"')), 'not in metres'],
  ['no radius', document(circle('')), 'has no radius'],
  ['a negative radius', document(circle('-5')), 'a length in metres'],
  ['a huge radius', document(circle('1e99')), 'a length in metres'],
  ['another system', document(circle().replace('4326', '3857')), 'neither EPSG 4326 nor 4979'],
  ['words for numbers', document(circle().replace('41.97', 'north')), 'not pairs of numbers'],
  ['a latitude of 200', document(circle().replace('41.97', '200')), 'from -90 to 90'],
  ['no position', document(circle().replace(/<gml:pos>.*<\/gml:pos>/u, '')), 'has no position'],
  ['a confidence of 120', document(`${circle()}<confidence>120</confidence>`), 'its confidence'],
  ['a deep document', '<a>'.repeat(5000), 'more than 60 deep'],
  ['too many parts', `<a>${'<b/>'.repeat(5000)}</a>`, 'more than 4000 parts'],
  ['a large document', document(' '.repeat(200_000)), 'characters'],
  [
    'too many corners',
    document(
      `<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>${'41 -87 '.repeat(1001)}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`,
    ),
    'more than 1000 corners',
  ],
  [
    'an open polygon',
    document(
      '<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>41 -88 41 -87 42 -87</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>',
    ),
    'ends where it starts',
  ],
])('%s is refused with what is wrong', (_what, xml, why) => {
  expect(refusal(xml)).toContain(why);
});

test('a refusal repeats nothing of the document', () => {
  expect(refusal('<a name="Alice Example"><b></a>')).not.toContain('Alice');
});

test('whatever is cut out of or put into a document is read or refused, never thrown', () => {
  const good = document(`${circle()}<civicAddress><RD>Lawrence</RD></civicAddress>`);
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 8 }), (at, cut, put) => {
      const read = readPidfLo(good.slice(0, at) + put + good.slice(at + cut));
      if (isRefusal(read)) expect(read.because).toMatch(/\.$/u);
      else expect(read.places.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

describe.skipIf(absent)(absent ? 'the samples (skipped: absent)' : 'the samples', () => {
  const files = absent
    ? []
    : readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.xml'),
      );
  const read = (name: string) => readPidfLo(readFileSync(join(SAMPLES, name), 'utf8'));

  test('each of the 48 is read or refused as what it is', () => {
    const located = files.filter((name) => !isRefusal(read(name)));
    expect([files.length, located.length]).toEqual([48, 23]);
    const motion = read('PidfFiles/DeviceDynamicOnly1.xml');
    expect(isRefusal(motion) && motion.because).toContain('not where they are');
    for (const name of files.filter((each) => !/PidfFiles|PidfLo/u.test(each)))
      expect(isRefusal(read(name)), name).toBe(true);
  });

  test.each([
    [
      'RFC5491TupleArcBandLocation',
      { kind: 'arc-band', inner: 3594, outer: 4148, start: 20, opening: 20 },
    ],
    ['RFC5491TupleCircleLocation', { kind: 'circle', radius: 850.24 }],
    [
      'RFC5491TupleEllipseLocation',
      { kind: 'ellipse', semiMajor: 1275, semiMinor: 670, orientation: 43.2 },
    ],
    ['RFC5491TupleEllipsoidLocation', { kind: 'ellipse', semiMajor: 7.7156, semiMinor: 3.31 }],
    ['RFC5491TuplePointLocation', { kind: 'point', position: { lat: 37.775 } }],
    ['RFC5491TuplePolygonLocation', { kind: 'polygon', exterior: { length: 7 } }],
    ['RFC5491TuplePolygonCompactLocation', { kind: 'polygon', exterior: { length: 7 } }],
    ['RFC5491TuplePrismLocation', { kind: 'polygon', exterior: { length: 5 } }],
    ['RFC5491TupleSphereLocation', { kind: 'circle', radius: 850.24 }],
    ['DeviceCircleWithConfidence', { kind: 'circle', radius: 50 }],
  ])('%s', (name, shape) => {
    const found = read(`PidfFiles/${name}.xml`);
    expect(isRefusal(found) ? found : found.places[0].shape).toMatchObject(shape);
  });

  test.each([
    ['RFC6848Figure7Example', 'I5, Milepost 248, Pole 22-109-689, Sacramento, CA'],
    ['RFC6848Figure8Example', 'A 223 Boulevard Colorado, Sacramento, CA'],
    ['RFC6848CivicExtendedExample1', 'Deckport Cross, bridge 21451338, Monkokehampton, Devon'],
    ['DeviceCivicLocation', '2106 E NEW YORK ST, AURORA, IL'],
    ['RFC5491TupleCivicLocation', '123 Broadway, Suite 75, New York, New York 10027-0401'],
  ])('%s', (name, civic) => {
    const found = read(`PidfFiles/${name}.xml`);
    expect(isRefusal(found) ? found : found.places[0].civic).toBe(civic);
  });
});
