import { escaped } from './eido-shapes.ts';
import type { Position } from '../place/position.ts';

/** A point as a PIDF-LO (RFC 4119, 5491), the form EIDO carries a location in. */
export function pidfLo(entity: string, { lat, lon }: Position, at: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="${escaped(entity)}">` +
    '<tuple id="incident"><status>' +
    '<gp:geopriv xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"><gp:location-info>' +
    '<gml:Point xmlns:gml="http://www.opengis.net/gml" srsName="urn:ogc:def:crs:EPSG::4326">' +
    `<gml:pos>${lat} ${lon}</gml:pos></gml:Point>` +
    '</gp:location-info><gp:usage-rules/><gp:method>Manual</gp:method></gp:geopriv>' +
    `</status><timestamp>${escaped(at)}</timestamp></tuple></presence>`
  );
}
