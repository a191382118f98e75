import {
  byId,
  componentsOf,
  incidentIn,
  isComponent,
  lineOf,
  linesOf,
  member,
  referred,
  type Component,
} from './components.ts';
import type { SentLocation } from './sent-eido.ts';
import { sentCautions } from './sent-cautions.ts';
import { sentLocations } from './sent-locations.ts';
import { callTypeOfEido } from './eido-registry.ts';
import type { EidoSaid, SaidLink, SaidPerson, SaidUnit } from './eido-said.ts';
import { noteText, plainLine } from './note-text.ts';
import { cutTo } from '../lib/cut-to.ts';
import { sentTime } from './sent-time.ts';

const WORDS_MOST = 4000;
const PEOPLE_MOST = 30;
const UNITS_MOST = 40;
const LINKS_MOST = 20;

/** What the document says, from components that were found to be whole. */
export function saidIn(document: Component): EidoSaid {
  const incident = incidentIn(document);
  const calls = componentsOf(document, 'callComponent');
  const people = componentsOf(document, 'personComponent');
  const callbacks = byId(componentsOf(document, 'callbackComponent'));
  const notes = byId(componentsOf(document, 'notesComponent'));
  const type = {
    registry: incident === null ? null : lineOf(incident, 'incidentTypeCommonRegistryText', 60),
    code: incident === null ? null : lineOf(incident, 'incidentTypeInternalCode', 60),
    text: incident === null ? null : lineOf(incident, 'incidentTypeInternalText'),
  };
  return {
    agency: agencyIn(document),
    incidentNumber: incident === null ? null : lineOf(incident, 'internalIncidentId', 60),
    callback: callbackIn([...calls, ...callersOf(people)], callbacks),
    address: addressIn(sentLocations(document)),
    type,
    callType: callTypeOfEido(type),
    priority: incident === null ? null : priorityOf(incident),
    status:
      incident === null
        ? []
        : [
            ...linesOf(incident, 'incidentStatusCommonRegistryText', 60),
            ...linesOf(incident, 'incidentStatusInternalText', 60),
          ].slice(0, 12),
    startedAt:
      calls.flatMap((call) => sentTime(member(call, 'callStartTimestamp')) ?? []).sort()[0] ?? null,
    words: wordsOf([incident, ...calls, ...people], notes),
    people: people.slice(0, PEOPLE_MOST).map(personOf),
    dispositions:
      incident === null
        ? []
        : componentsOf(incident, 'dispositionComponent').slice(0, 12).flatMap(dispositionOf),
    units: componentsOf(document, 'emergencyResourceComponent').slice(0, UNITS_MOST).map(unitOf),
    links: [
      ...componentsOf(document, 'mergeComponent').flatMap((each) =>
        linkOf(each, 'incidentMergeDirectionCode'),
      ),
      ...componentsOf(document, 'linkComponent').flatMap((each) =>
        linkOf(each, 'linkDirectionCode'),
      ),
    ].slice(0, LINKS_MOST),
    cautions: sentCautions(document).map(({ id }) => id),
  };
}

/** By name where its own card gives one, else by id. */
function agencyIn(document: Component): string {
  const agencies = byId(componentsOf(document, 'agencyComponent'));
  const by =
    referred(document, 'updatedByAgencyReference', agencies)[0] ?? [...agencies.values()][0];
  const issuer = lineOf(document, 'issuingElementIdentification', 120) ?? '';
  if (by === undefined) return issuer;
  return cardName(member(by, 'agencyJcard')) ?? lineOf(by, '$id', 120) ?? issuer;
}

/** The organisation or full name of a jCard (RFC 7095), which the standard carries as text. */
function cardName(card: unknown): string | null {
  if (typeof card !== 'string' || card.length > 20_000) return null;
  try {
    const [, properties]: unknown[] = JSON.parse(card);
    if (!Array.isArray(properties)) return null;
    for (const wanted of ['org', 'fn']) {
      const found = properties.find((each) => Array.isArray(each) && each[0] === wanted);
      const value: unknown = Array.isArray(found?.[3]) ? found[3][0] : found?.[3];
      if (typeof value === 'string' && value.trim() !== '') return plainLine(value, 120);
    }
  } catch {
    // No card then: the agency still has its id.
  }
  return null;
}

function callersOf(people: readonly Component[]): Component[] {
  return people.filter((each) =>
    linesOf(each, 'personIncidentRoleRegistryText').some((role) =>
      /^(caller|reportingparty)$/iu.test(role),
    ),
  );
}

/** The first number there is to call, as it is dialed. */
function callbackIn(
  from: readonly Component[],
  callbacks: ReadonlyMap<string, Component>,
): string | null {
  const among = from.flatMap((each) => referred(each, 'callBackReference', callbacks));
  const uris = among.flatMap((each) => linesOf(each, 'callBackInformationUri'));
  for (const scheme of [/^tel:/iu, /^sips?:/iu]) {
    for (const uri of uris) {
      const number = scheme.test(uri) ? dialed(uri.replace(scheme, '')) : null;
      if (number !== null) return number;
    }
  }
  return null;
}

function dialed(address: string): string | null {
  const number = (address.split(/[@;?]/u)[0] ?? '').replace(/[\s().-]/gu, '');
  return /^\+?\d{3,15}$/u.test(number) ? number : null;
}

function addressIn(locations: readonly SentLocation[]): string {
  return locations.find(({ description }) => description !== null)?.description ?? '';
}

function priorityOf(incident: Component): string | null {
  const own = lineOf(incident, 'incidentPriorityInternalText', 40);
  if (own !== null) return own;
  const common = member(incident, 'incidentCommonPriorityNumber');
  return typeof common === 'number' && common >= 0 && common <= 10 ? `${common} of 10` : null;
}

/** Notes of the incident, its calls and its people, each once, in the order they are referred to. */
function wordsOf(
  from: readonly (Component | null)[],
  notes: ReadonlyMap<string, Component>,
): string {
  const referredTo = from.flatMap((each) =>
    each === null ? [] : referred(each, 'notesReference', notes),
  );
  // A note nobody refers to is a note on the incident all the same.
  const all = new Set([...referredTo, ...notes.values()]);
  const texts: string[] = [];
  let length = 0;
  for (const note of all) {
    const html = member(note, 'notesActionComments');
    const text = typeof html === 'string' ? noteText(html.slice(0, WORDS_MOST * 4)) : '';
    if (text === '' || texts.includes(text)) continue;
    texts.push(text);
    length += text.length;
    if (length > WORDS_MOST) break;
  }
  return cutTo(texts.join('\n'), WORDS_MOST);
}

function personOf(person: Component): SaidPerson {
  const roles = linesOf(person, 'personIncidentRoleRegistryText', 60).slice(0, 9);
  return { roles, name: nameOf(person) };
}

function nameOf(person: Component): string | null {
  const nc = member(person, 'ncPersonComponent');
  const name = isComponent(nc)
    ? firstOf(member(nc, 'name') ?? member(nc, 'personName'))
    : undefined;
  if (!isComponent(name)) return null;
  const part = (key: string): string => {
    const value = firstOf(member(name, key));
    const text = isComponent(value) ? (member(value, '$') ?? member(value, 'value')) : value;
    return typeof text === 'string' ? text : '';
  };
  const whole = part('personFullName') || `${part('personGivenName')} ${part('personSurName')}`;
  return plainLine(whole, 120) || null;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function dispositionOf(disposition: Component): string[] {
  const code = lineOf(disposition, 'dispositionCommonRegistryCode', 20);
  const text = lineOf(disposition, 'dispositionDescriptionText');
  const said = [code, text].filter((each) => each !== null).join(' ');
  return said === '' ? [] : [said];
}

function unitOf(unit: Component): SaidUnit {
  return {
    name: lineOf(unit, 'emergencyResourceName', 60) ?? lineOf(unit, '$id', 60) ?? '',
    type:
      lineOf(unit, 'emergencyResourceTypeInternalText', 60) ??
      lineOf(unit, 'emergencyResourceTypeCommonRegistryText', 60) ??
      '',
    status:
      linesOf(unit, 'secondaryUnitStatusRegistryText', 40).at(-1) ??
      lineOf(unit, 'primaryUnitStatusRegistryText', 40) ??
      '',
  };
}

const HOW = ['REPLACING', 'REPLACED', 'SPLIT', 'PARENT', 'CHILD', 'RELATED', 'UNLINK'] as const;

function linkOf(link: Component, direction: string): SaidLink[] {
  const said = lineOf(link, direction, 20)?.toUpperCase();
  const how = HOW.find((each) => each === said);
  const incident = lineOf(link, 'incidentTrackingIdentifier');
  if (how === undefined || incident === null) return [];
  return [{ how, incident, why: lineOf(link, 'transactionReasonText') }];
}
