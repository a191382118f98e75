import { expect, test } from 'vitest';
import { spoilBytes } from '../support/hostile-bytes.ts';
import { spoilXml } from '../support/hostile-xml.ts';
import { readPidfLo } from '#main/desk/location/read-pidf-lo.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { shapeMistake } from '#shared/location/location-shape.ts';
import { seeded } from '#shared/statistics/seeded.ts';

const DOCUMENTS = 35_000;

const location = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><presence xmlns="urn:ietf:params:xml:ns:pidf"
  xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" xmlns:gml="http://www.opengis.net/gml"
  xmlns:gs="http://www.opengis.net/pidflo/1.0" xmlns:ca="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr"
  xmlns:con="urn:ietf:params:xml:ns:geopriv:conf" entity="pres:invented@example.org"><tuple id="one"><status>
  <gp:geopriv><gp:location-info>${inside}</gp:location-info><gp:usage-rules/><gp:method>GPS</gp:method>
  </gp:geopriv></status><timestamp>2026-01-02T03:04:05Z</timestamp></tuple></presence>`;

const WGS84 = 'srsName="urn:ogc:def:crs:EPSG::4326"';
const METRES = 'uom="urn:ogc:def:uom:EPSG::9001"';
const DEGREES = 'uom="urn:ogc:def:uom:EPSG::9102"';

const SOUND = [
  location(`<gml:Point ${WGS84}><gml:pos>41.9 -87.65</gml:pos></gml:Point>`),
  location(
    `<gs:Circle ${WGS84}><gml:pos>41.9 -87.65</gml:pos><gs:radius ${METRES}>120</gs:radius></gs:Circle><con:confidence>90</con:confidence>`,
  ),
  location(
    `<gs:Ellipse ${WGS84}><gml:pos>41.9 -87.65</gml:pos><gs:semiMajorAxis ${METRES}>90</gs:semiMajorAxis><gs:semiMinorAxis ${METRES}>40</gs:semiMinorAxis><gs:orientation ${DEGREES}>30</gs:orientation></gs:Ellipse>`,
  ),
  location(
    `<gs:ArcBand ${WGS84}><gml:pos>41.9 -87.65</gml:pos><gs:innerRadius ${METRES}>500</gs:innerRadius><gs:outerRadius ${METRES}>900</gs:outerRadius><gs:startAngle ${DEGREES}>20</gs:startAngle><gs:openingAngle ${DEGREES}>120</gs:openingAngle></gs:ArcBand>`,
  ),
  location(
    `<gml:Polygon ${WGS84}><gml:exterior><gml:LinearRing><gml:posList>41.9 -87.65 41.91 -87.65 41.91 -87.64 41.9 -87.65</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`,
  ),
  location(
    '<ca:civicAddress><ca:country>US</ca:country><ca:A3>Invented</ca:A3><ca:RD>Example</ca:RD><ca:STS>Street</ca:STS><ca:HNO>12</ca:HNO></ca:civicAddress>',
  ),
];

test('the sound ones are read', () => {
  for (const xml of SOUND) expect(isRefusal(readPidfLo(xml)), xml).toBe(false);
});

test(`${DOCUMENTS} spoilt locations are each refused with a reason, or are a place on the earth`, () => {
  const draw = seeded(7);
  const counts = { refused: 0, read: 0 };
  for (let each = 0; each < DOCUMENTS; each += 1) {
    const sound = SOUND[each % SOUND.length] ?? '';
    const xml = each % 3 === 0 ? spoilBytes(draw, sound).toString('utf8') : spoilXml(draw, sound);
    const read = readPidfLo(xml);
    if (isRefusal(read)) {
      counts.refused += 1;
      if (!/[a-z]{3}.* .*[.!]$/su.test(read.because)) throw new Error(`${each}: ${read.because}`);
      // What somebody wrote to harm is not handed on in a sentence about it.
      if (read.because.length > 400) throw new Error(`${each}: ${read.because.slice(0, 500)}`);
      continue;
    }
    counts.read += 1;
    for (const { shape, at } of read.places) {
      if (at !== null && !Number.isFinite(Date.parse(at))) throw new Error(`${each}: at ${at}`);
      const mistake = shapeMistake(shape);
      if (mistake !== null) throw new Error(`${each}: ${mistake}\n${xml}`);
    }
  }
  expect(counts.refused + counts.read).toBe(DOCUMENTS);
  expect(counts.refused).toBeGreaterThan(DOCUMENTS / 3);
  expect(counts.read).toBeGreaterThan(DOCUMENTS / 50);
});
