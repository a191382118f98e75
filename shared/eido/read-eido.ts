import { readBoundedJson } from './bounded-json.ts';
import { componentsOf, incidentIn, isComponent, member, type Component } from './components.ts';
import type { EidoDocument } from './sent-eido.ts';
import { saidIn } from './say-eido.ts';
import { sentCautions } from './sent-cautions.ts';
import { sentLocations } from './sent-locations.ts';
import { sentTime } from './sent-time.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';

const ID_MOST = 300;
const NAMED_MOST = 6;

/** Components that are read, and what each of them has to say besides its id and its time. */
const READ_LISTS: Readonly<Record<string, readonly string[]>> = {
  callComponent: ['callStateRegistryText', 'standardPrimaryCallType', 'direction'],
  callbackComponent: [],
  notesComponent: ['notesActionComments'],
  locationComponent: ['locationTypeDescriptionRegistryText'],
  personComponent: ['personIncidentRoleRegistryText'],
  agencyComponent: [],
  cautionComponent: ['cautionTypeCommonRegistryText', 'cautionSeverity'],
  mergeComponent: ['incidentTrackingIdentifier', 'incidentMergeDirectionCode'],
  linkComponent: ['incidentTrackingIdentifier', 'linkDirectionCode'],
};

/** An incident that is sent while nobody has numbered it. */
const UNNUMBERED = /^urn:emergency:uid:incidentid:0:/iu;

/**
 * Reads an incident document of NENA-STA-021. Strict on what this center works with: what the standard
 * requires there and is missing is named by its path. What is only kept is not looked at. Never throws.
 */
export function readEido(text: string): EidoDocument | Refusal {
  const read = readBoundedJson(text);
  if (isRefusal(read)) return read;
  const document = read.value;
  if (!isComponent(document))
    return refuse(
      'no-eido',
      'The document was not taken. It is no JSON object; send one EIDO, as NENA-STA-021 describes it.',
    );
  const missing = missingIn(document);
  if (missing.length > 0) return refuse('eido-incomplete', sayMissing(missing));
  const id = identityOf(document);
  if (id === null)
    return refuse(
      'eido-without-incident',
      'The document was not taken. It has neither an incidentComponent nor a callComponent: there is nothing to work on. Send the call or the incident with it.',
    );
  return {
    text,
    id,
    issuer: member(document, 'issuingElementIdentification') as string,
    updatedAt: latestIn(document),
    said: saidIn(document),
    locations: sentLocations(document),
    cautions: sentCautions(document),
  };
}

function sayMissing(missing: readonly string[]): string {
  const named = missing.slice(0, NAMED_MOST).join(', ');
  const more = missing.length > NAMED_MOST ? ` and ${missing.length - NAMED_MOST} more` : '';
  return `The document was not taken. Missing or not as NENA-STA-021 writes it: ${named}${more}. Send it with them.`;
}

/** Paths of what has to be there, and is not. */
function missingIn(document: Component): string[] {
  const missing: string[] = [];
  const want = (holds: boolean, path: string): void => {
    if (!holds) missing.push(path);
  };
  const version = member(document, 'eidoVersion');
  want(typeof version === 'string' && /^1\.\d{1,3}$/u.test(version), '/eidoVersion');
  wantPrologue(document, '', want);
  want(isRef(member(document, 'updatedByAgencyReference')), '/updatedByAgencyReference/$ref');
  want(isName(member(document, 'issuingElementIdentification')), '/issuingElementIdentification');
  want(componentsOf(document, 'agencyComponent').length > 0, '/agencyComponent');
  const incident = member(document, 'incidentComponent');
  if (incident !== undefined) {
    want(isComponent(incident), '/incidentComponent');
    if (isComponent(incident)) {
      wantPrologue(incident, '/incidentComponent', want);
      const type = 'incidentTypeCommonRegistryText';
      want(isName(member(incident, type)), `/incidentComponent/${type}`);
    }
  }
  for (const [name, members] of Object.entries(READ_LISTS)) {
    const list = member(document, name);
    if (list === undefined) continue;
    want(Array.isArray(list), `/${name}`);
    componentsOf(document, name).forEach((each, at) => {
      const path = `/${name}/${at}`;
      wantPrologue(each, path, want);
      for (const key of members) want(isSaid(member(each, key)), `${path}/${key}`);
      if (name === 'callComponent')
        want(sentTime(member(each, 'callStartTimestamp')) !== null, `${path}/callStartTimestamp`);
    });
  }
  return missing;
}

type Want = (holds: boolean, path: string) => void;

function wantPrologue(component: Component, path: string, want: Want): void {
  want(isName(member(component, '$id')), `${path}/$id`);
  want(sentTime(member(component, 'lastUpdateTimeStamp')) !== null, `${path}/lastUpdateTimeStamp`);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= ID_MOST;
}

function isRef(value: unknown): boolean {
  return isComponent(value) && isName(member(value, '$ref'));
}

function isSaid(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.length > 0);
}

/** The incident; a call of its own where the document says that it belongs to none yet. */
function identityOf(document: Component): string | null {
  const calls = componentsOf(document, 'callComponent');
  if (incidentIn(document) === null && calls.length === 0) return null;
  const id = member(document, '$id') as string;
  return UNNUMBERED.test(id) && calls[0] !== undefined ? (member(calls[0], '$id') as string) : id;
}

/** A sender may update a part and leave the time of the whole as it was. */
function latestIn(document: Component): string {
  const parts = Object.keys(READ_LISTS).flatMap((name) => componentsOf(document, name));
  const incident = incidentIn(document);
  return [document, ...(incident === null ? [] : [incident]), ...parts]
    .flatMap((each) => sentTime(member(each, 'lastUpdateTimeStamp')) ?? [])
    .reduce((latest, each) => (each > latest ? each : latest));
}
