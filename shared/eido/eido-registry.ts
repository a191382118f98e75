import type { DispositionCode } from '../incident/disposition.ts';

/** Our call types as the incident type registry names them; what is not in it is trouble of unknown type. */
const INCIDENT_TYPES: Readonly<Record<string, string>> = {
  MHDIST: 'MNTL',
  MHVIOL: 'MTLV',
  SUITHR: 'SUICTHRT',
  SUIATT: 'SUICIDE',
  WELBNG: 'WELFARE',
  PERDWN: 'WELFARE',
  INTOX: 'INTOX',
  OVERDS: 'OD',
  TRESP: 'TRESPASS',
  DISTUR: 'DISORD',
  DOMEST: 'DVNA',
  PANHAN: 'PHANDLE',
  INDEC: 'INDECENT',
  JUVBEH: 'JUV',
  MISEND: 'PERMISS',
  HANGUP: '911H',
  MHTRNS: 'TRANSFER',
};

export function incidentTypeText(callType: string | null): string {
  return (callType === null ? undefined : INCIDENT_TYPES[callType]) ?? 'TROUBLE';
}

/** What the registry knows and we have under another name; each is as certain as the one it stands for. */
const CALL_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(INCIDENT_TYPES).map(([ours, theirs]) => [theirs, ours])),
  WELFARE: 'WELBNG',
  EDP: 'MHDIST',
  PERUNCON: 'PERDWN',
  DVA: 'DOMEST',
  VAG: 'PANHAN',
  RUNAWAY: 'MISEND',
  '911OPN': 'HANGUP',
};

/**
 * Our call type for what another center says: the registry's text, and its code where that is
 * one of ours and agrees.
 * Null where neither leads to one; nobody guesses.
 */
export function callTypeOfEido(type: {
  readonly registry: string | null;
  readonly code: string | null;
}): string | null {
  const code = type.code?.trim().toUpperCase() ?? '';
  const registry = type.registry?.trim().toUpperCase() ?? '';
  const known = Object.hasOwn(CALL_TYPES, registry) ? (CALL_TYPES[registry] ?? null) : null;
  const ofCode = Object.hasOwn(INCIDENT_TYPES, code) ? INCIDENT_TYPES[code] : undefined;
  // The same letters may be another center's code for something else.
  return ofCode !== undefined && (known === null || ofCode === registry) ? code : known;
}

/** Common disposition codes of APCO ANS 1.111.2-2018. */
const DISPOSITIONS: Readonly<Record<DispositionCode, string>> = {
  'no-contact': '14',
  refused: '42',
  services: '18',
  'services-transport': '16',
  'services-transfer': '45',
  'resolved-by-phone': '05',
  '988-accepted': '15',
  referred: '15',
  'follow-up-scheduled': '05',
  'escalated-field': '18',
  'escalated-police-ems': '15',
  'caller-lost': '14',
};

/** A code of a disposition this registry does not know is information only. */
export function dispositionCode(code: string): string {
  return Object.hasOwn(DISPOSITIONS, code) ? DISPOSITIONS[code as DispositionCode] : '13';
}

export interface ResourceTexts {
  readonly type: string;
  readonly attributes: readonly string[];
}

const RESOURCES: Readonly<Record<string, ResourceTexts>> = {
  'police-cit': { type: 'PatrolUnit', attributes: ['CrisisInterventionSpecialist'] },
  ems: { type: 'GroundALSAmbulance', attributes: [] },
};

/** A team of this kind of work is a crisis intervention unit. */
export function resourceTexts(teamType: string): ResourceTexts {
  const known = Object.hasOwn(RESOURCES, teamType) ? RESOURCES[teamType] : undefined;
  return known ?? { type: 'CrisisInterventionUnit', attributes: ['CrisisInterventionSpecialist'] };
}

/** The incident status registry, from how far the units are. */
export function incidentStatus(
  secondary: readonly (string | null)[],
  closed: boolean,
): readonly string[] {
  if (closed) return ['Closed'];
  const any = (...texts: readonly string[]) =>
    secondary.some((each) => each !== null && texts.includes(each));
  return [
    'Active',
    ...(secondary.length > 0 ? ['ResourcesAssigned'] : []),
    ...(any('EnRoute', 'Staging') ? ['ResourcesEnroute'] : []),
    ...(any('OnScene', 'PatientContact', 'Transporting') ? ['ResourcesOnscene'] : []),
  ];
}
