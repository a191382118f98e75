import type { XmlElement } from '@rgrove/parse-xml';
import { isShape, readShape, type ReadShape } from './gml-shape.ts';
import {
  allNamed,
  attributeOf,
  childNamed,
  childrenOf,
  localName,
  nameOf,
  readXml,
  unreadable,
  wordsOf,
} from './xml-tree.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { civicLine } from '#shared/location/civic-address.ts';
import type { ReadLocation, ReadPlace } from '#shared/location/read-location.ts';

const MOST_PLACES = 20;
const LONGEST_PART = 120;
const CIVIC_NAMES =
  /^(?:COUNTRY|A[1-6]|PRM|PRD|RD|STS|STP|POD|POM|RDSEC|RDBR|RDSUBBR|HNP|HNO|HNS|LMK|LOC|FLR|NAM|PC|BLD|UNIT|ROOM|SEAT|PLC|PCN|POBOX|ADDCODE|MP|PN)$/iu;

/**
 * A location document (PIDF-LO, RFC 4119, 5139, 5491, 6848, 7459) as far as it says where somebody is. What
 * stands in a tuple, a device or a person is taken alike. Names are read without their prefixes: documents in
 * the field agree on the words and on little else.
 */
export function readPidfLo(xml: string): ReadLocation | Refusal {
  const root = readXml(xml);
  if (isRefusal(root)) return root;
  const described = allNamed(root, 'geopriv');
  if (described.length === 0) return unreadable('it is no PIDF-LO, it has no geopriv part');
  const places: ReadPlace[] = [];
  for (const geopriv of described.slice(0, MOST_PLACES)) {
    const place = readPlace(geopriv);
    if (isRefusal(place)) return place;
    if (place !== null) places.push(place);
  }
  const [first, ...others] = places;
  if (first === undefined)
    return unreadable('it says how somebody moves or is asked about, and not where they are');
  const entity = attributeOf(root, 'entity');
  return {
    entity: entity === '' ? null : (entity?.slice(0, LONGEST_PART) ?? null),
    places: [first, ...others],
  };
}

/** Null when the part has no place: speed and heading alone are none. */
function readPlace(geopriv: XmlElement): ReadPlace | null | Refusal {
  const found = childNamed(geopriv, 'location-info');
  if (found === null) return null;
  const drawn = firstShape(found);
  if (isRefusal(drawn)) return drawn;
  const civic = allNamed(found, 'civicaddress')[0] ?? allNamed(found, 'civiladdress')[0] ?? null;
  const line = civic === null ? null : civicLine(partsOf(civic));
  if (drawn === null && line === null) return null;
  const confidence = confidenceOf(found);
  if (isRefusal(confidence)) return confidence;
  return {
    shape: drawn?.shape ?? { kind: 'civic-only' },
    altitude: drawn?.altitude ?? null,
    confidence: drawn === null ? null : confidence,
    civic: line,
    at: momentOf(geopriv),
    method: orNull(wordsOf(childNamed(geopriv, 'method'))),
    providedBy: providerOf(geopriv),
  };
}

/** As directly as it stands there: some senders put a `location` around it. */
function firstShape(found: XmlElement): ReadShape | null | Refusal {
  for (const each of childrenOf(found)) {
    const shape = isShape(each) ? each : (childrenOf(each).find(isShape) ?? null);
    if (shape !== null) return readShape(shape);
  }
  return null;
}

function partsOf(civic: XmlElement): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const each of childrenOf(civic)) {
    const name = localName(each);
    // The names of the standards are capitals; those of others keep theirs, so that they can be looked up.
    const key = CIVIC_NAMES.test(name) ? name.toUpperCase() : name;
    const words = wordsOf(each).slice(0, LONGEST_PART);
    if (words !== '') parts.set(key, parts.has(key) ? `${parts.get(key)} ${words}` : words);
  }
  return parts;
}

/** RFC 7459: percent, or `unknown`. */
function confidenceOf(found: XmlElement): number | null | Refusal {
  const element = childNamed(found, 'confidence');
  const said = wordsOf(element);
  if (element === null || said.toLowerCase() === 'unknown') return null;
  const percent = /^\d{1,3}(?:\.\d{1,9})?$/u.test(said) ? Number(said) : NaN;
  return percent > 0 && percent <= 100
    ? percent
    : unreadable('its confidence is not a number of percent above 0 and up to 100');
}

/** When the location was taken: in the tuple, device or person around it, as RFC 4479 has it. */
function momentOf(geopriv: XmlElement): string | null {
  for (let around = geopriv.parent; around !== null; around = around.parent) {
    const stamp = childrenOf(around).find((each) => nameOf(each) === 'timestamp');
    if (stamp !== undefined) return instantOf(wordsOf(stamp));
  }
  return null;
}

function instantOf(text: string): string | null {
  // Without a zone nobody knows the hour: then it is as if none was said.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/u.test(text))
    return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Who vouches for it: a name where there is one (RFC 7852), else the reference to one. */
function providerOf(geopriv: XmlElement): string | null {
  const provided = childNamed(geopriv, 'provided-by');
  if (provided === null) return null;
  const [name] = allNamed(provided, 'dataproviderstring');
  if (name !== undefined) return orNull(wordsOf(name));
  const [reference] = allNamed(provided, 'emergencycalldatareference');
  return orNull(
    reference === undefined ? wordsOf(provided) : (attributeOf(reference, 'ref') ?? ''),
  );
}

function orNull(text: string): string | null {
  return text === '' ? null : text.slice(0, LONGEST_PART);
}
