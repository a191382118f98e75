import { callTypeOfEido } from './eido-registry.ts';
import type { Eido, EidoLocation, EidoReference } from './eido-shapes.ts';
import { incidentIn, isComponent, lineOf, member, type Component } from './components.ts';
import { mergeLists } from './merge-eidos.ts';
import { saidIn } from './say-eido.ts';

/**
 * Our account of an incident laid over the document it came with: its ids, its people and everything in it that
 * is unknown here stay; what was set at this center stands over what was sent. `ours` was made from a cut packet.
 */
export function answerEido(theirs: Component, ours: Eido): Component {
  const said = saidIn(theirs);
  const incident = incidentIn(theirs);
  const location = ours.locationComponent?.[0];
  const moved = location !== undefined && setHere(location, said.address) ? [location] : [];
  const calledBack = ours.callbackComponent?.filter(
    ({ callBackInformationUri: [uri] }) => uri !== `tel:${said.callback}`,
  );
  const merged: Record<string, readonly unknown[]> = {
    // The call is theirs; ours only says when it came here.
    callComponent: isPresent(theirs, 'callComponent') ? [] : (ours.callComponent ?? []),
    personComponent: isPresent(theirs, 'personComponent') ? [] : (ours.personComponent ?? []),
    callbackComponent: calledBack ?? [],
    locationComponent: moved,
    notesComponent: ours.notesComponent ?? [],
    emergencyResourceComponent: ours.emergencyResourceComponent ?? [],
    cautionComponent: ours.cautionComponent ?? [],
    agencyComponent: ours.agencyComponent,
    agentComponent: ours.agentComponent,
  };
  const entries = new Map<string, unknown>(Object.entries(theirs));
  for (const name of UPDATED) entries.set(name, ours[name]);
  entries.set('issuingElementIdentification', ours.issuingElementIdentification);
  entries.set(
    'incidentComponent',
    incident === null
      ? withoutAbsent(ours.incidentComponent, { moved, people: merged['personComponent'] ?? [] })
      : incidentTogether(incident, ours, moved),
  );
  for (const [name, list] of Object.entries(merged))
    if (list.length > 0) entries.set(name, mergeLists(listOf(theirs, name), list));
  return Object.fromEntries(entries);
}

const UPDATED = [
  'lastUpdateTimeStamp',
  'updatedByAgencyReference',
  'updatedByAgentReference',
] as const;

function isPresent(document: Component, name: string): boolean {
  return listOf(document, name).length > 0;
}

function listOf(document: Component, name: string): readonly unknown[] {
  const list = member(document, name);
  return Array.isArray(list) ? list : [];
}

/** A place somebody here has set: with a point, or another address than was sent. */
function setHere(location: EidoLocation, sent: string): boolean {
  if (location.locationByValue !== undefined) return true;
  const { locationDescriptionText: address } = location;
  // Ours names the area after the address.
  return address !== undefined && !(sent !== '' && address.startsWith(sent));
}

/** The sender's incident with our status and disposition, and our type where it is another. */
function incidentTogether(
  theirs: Component,
  { incidentComponent: ours }: Eido,
  moved: readonly EidoLocation[],
): Component {
  if (ours === undefined) return theirs;
  const { incidentTypeInternalCode: code } = ours;
  const sent = {
    registry: lineOf(theirs, 'incidentTypeCommonRegistryText'),
    code: lineOf(theirs, 'incidentTypeInternalCode'),
  };
  const retyped = code !== undefined && callTypeOfEido(sent) !== code;
  const entries = new Map<string, unknown>(Object.entries(theirs));
  for (const name of UPDATED) entries.set(name, ours[name]);
  if (retyped) {
    entries.set('incidentTypeInternalCode', code);
    entries.set('incidentTypeInternalText', ours.incidentTypeInternalText);
    entries.set('incidentTypeCommonRegistryText', ours.incidentTypeCommonRegistryText);
  }
  entries.set('incidentStatusCommonRegistryText', ours.incidentStatusCommonRegistryText);
  const refs: Record<string, readonly EidoReference[]> = {
    locationReference: moved.map(({ $id }) => ({ $ref: $id })),
    notesReference: ours.notesReference ?? [],
  };
  for (const [name, fresh] of Object.entries(refs)) {
    if (fresh.length === 0) continue;
    const known = listOf(theirs, name);
    // Ours first: the first place is the one that is meant.
    const together = name === 'locationReference' ? [...fresh, ...known] : [...known, ...fresh];
    entries.set(name, together.filter(isFirstOf));
  }
  if (ours.dispositionComponent !== undefined)
    entries.set(
      'dispositionComponent',
      mergeLists(listOf(theirs, 'dispositionComponent'), ours.dispositionComponent),
    );
  return Object.fromEntries(entries);
}

function isFirstOf(ref: unknown, at: number, all: readonly unknown[]): boolean {
  const id = (each: unknown) => (isComponent(each) ? member(each, '$ref') : each);
  return all.findIndex((each) => id(each) === id(ref)) === at;
}

/** Our own incident beside their call: it refers to nothing that is not in the document. */
function withoutAbsent(
  ours: Eido['incidentComponent'],
  present: { readonly moved: readonly unknown[]; readonly people: readonly unknown[] },
): unknown {
  if (ours === undefined) return undefined;
  const { locationReference, personReference, ...rest } = ours;
  return {
    ...rest,
    ...(present.moved.length > 0 && locationReference !== undefined ? { locationReference } : {}),
    ...(present.people.length > 0 && personReference !== undefined ? { personReference } : {}),
  };
}
