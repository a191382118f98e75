import type { DeskCore } from '../desk-core.ts';
import { phoneNumberOf } from '../phone/phone-number.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { personNamedOn } from '#db/board/people-said-projection.ts';
import type { Detail } from '#shared/person/known-person.ts';
import type { Heard } from '#shared/person/match-person.ts';

/** A number of four digits or fewer is a service, and one of a computer's phone is no person's own. */
const PERSONS_OWN = /^tel:\+/;

/** A number as it identifies somebody; null for what nobody could dial, and for services. */
export function personsNumber(typed: string | null): Heard['phone'] {
  const target = typed === null ? null : phoneNumberOf(typed);
  return target !== null && PERSONS_OWN.test(target.uri)
    ? { number: target.uri, shown: target.shown }
    : null;
}

/** What an incident says of whom it is about; null when there is no such incident. Dispatch words only. */
export function heardOnIncident({ db }: DeskCore, incidentId: string): Heard | null {
  const incident = findIncident(db, incidentId);
  if (incident === null) return null;
  const named = personNamedOn(db, incidentId);
  return {
    name: named === null || named.name === '' ? null : named.name,
    birthDate: named?.birthDate ?? null,
    phone: personsNumber(incident.callback),
    address: incident.place.address === '' ? null : incident.place.address,
  };
}

/** What came with a call nobody answered yet. */
export function heardOnCall({ db }: DeskCore, callId: string): Heard | null {
  const call = findCall(db, callId);
  if (call === null) return null;
  const { ani, address } = call;
  return {
    name: null,
    birthDate: null,
    phone: personsNumber(ani),
    address: address === '' ? null : address,
  };
}

/** The first of each kind: how one person is looked for among the others. */
export function heardOfDetails(details: readonly Detail[]): Heard {
  const heard: { -readonly [K in keyof Heard]: Heard[K] } = {
    name: null,
    birthDate: null,
    phone: null,
    address: null,
  };
  for (const detail of details) {
    if (detail.kind === 'name') heard.name ??= detail.name;
    else if (detail.kind === 'birth') heard.birthDate ??= detail.date;
    else if (detail.kind === 'address') heard.address ??= detail.address;
    else heard.phone ??= { number: detail.number, shown: detail.shown };
  }
  return heard;
}
