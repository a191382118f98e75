/**
 * The unit status machine as one table: buttons, keys, command words, refusals and the diagram in the
 * README all read it. Codes follow NENA-STA-021.1b (EIDO) primary and secondary unit status registries.
 */
export const UNIT_STATUSES = [
  'off-duty',
  'available',
  'assigned',
  'en-route',
  'staged',
  'on-scene',
  'with-patient',
  'transporting',
  'at-destination',
  'clearing',
  'out-of-service',
] as const;
export type UnitStatus = (typeof UNIT_STATUSES)[number];

export interface StatusDefinition {
  readonly label: string;
  /** The word on the command line: `os M2`. */
  readonly word: string;
  /** Letter in the status sheet. */
  readonly key: string;
  readonly eidoPrimary: 'Available' | 'ConditionallyAvailable' | 'NotAvailable';
  readonly eidoSecondary: string | null;
  /** Bound to an incident; leaving such a status for one that is not releases the unit from it. */
  readonly onIncident: boolean;
  readonly next: readonly UnitStatus[];
}

const BACK_OUT: readonly UnitStatus[] = ['available', 'clearing', 'out-of-service'];

export const UNIT_STATUS: Readonly<Record<UnitStatus, StatusDefinition>> = {
  'off-duty': {
    label: 'Off duty',
    word: 'off',
    key: 'f',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'Unmanned',
    onIncident: false,
    next: ['available', 'out-of-service'],
  },
  available: {
    label: 'Available',
    word: 'av',
    key: 'v',
    eidoPrimary: 'Available',
    eidoSecondary: null,
    onIncident: false,
    next: ['assigned', 'off-duty', 'out-of-service'],
  },
  assigned: {
    label: 'Assigned',
    word: 'as',
    key: 'g',
    eidoPrimary: 'ConditionallyAvailable',
    eidoSecondary: 'Assigned',
    onIncident: true,
    next: ['en-route', 'staged', 'on-scene', ...BACK_OUT],
  },
  'en-route': {
    label: 'En route',
    word: 'er',
    key: 'e',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'EnRoute',
    onIncident: true,
    next: ['staged', 'on-scene', ...BACK_OUT],
  },
  staged: {
    label: 'Staged',
    word: 'st',
    key: 's',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'Staging',
    onIncident: true,
    next: ['en-route', 'on-scene', ...BACK_OUT],
  },
  'on-scene': {
    label: 'On scene',
    word: 'os',
    key: 'o',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'OnScene',
    onIncident: true,
    next: ['with-patient', 'transporting', ...BACK_OUT],
  },
  'with-patient': {
    label: 'With patient',
    word: 'wp',
    key: 'w',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'PatientContact',
    onIncident: true,
    next: ['transporting', ...BACK_OUT],
  },
  transporting: {
    label: 'Transporting',
    word: 'tr',
    key: 't',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'Transporting',
    onIncident: true,
    next: ['at-destination', 'on-scene', 'clearing', 'out-of-service'],
  },
  'at-destination': {
    label: 'At destination',
    word: 'ad',
    key: 'd',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: 'Transporting',
    onIncident: true,
    next: ['clearing', 'available', 'out-of-service'],
  },
  clearing: {
    label: 'Clearing',
    word: 'cl',
    key: 'c',
    eidoPrimary: 'ConditionallyAvailable',
    eidoSecondary: 'Cleared',
    onIncident: true,
    next: ['available', 'out-of-service', 'off-duty'],
  },
  'out-of-service': {
    label: 'Out of service',
    word: 'oos',
    key: 'x',
    eidoPrimary: 'NotAvailable',
    eidoSecondary: null,
    onIncident: false,
    next: ['available', 'off-duty'],
  },
};

/** On its way out of the incident: it does not stand for help that is needed now. */
export function isLeaving(status: UnitStatus): boolean {
  return status === 'transporting' || status === 'at-destination' || status === 'clearing';
}

/** Sent and not there yet: it can still be stood down or taken for something higher. */
export function isUnderWay(status: UnitStatus): boolean {
  return status === 'assigned' || status === 'en-route' || status === 'staged';
}

/** With the person or at the scene, or has been in this same visit. */
export function isThere(status: UnitStatus): boolean {
  return status === 'on-scene' || status === 'with-patient' || status === 'transporting';
}

export function mayFollow(from: UnitStatus, to: UnitStatus): boolean {
  return UNIT_STATUS[from].next.includes(to);
}

/** The status a command-line word stands for; `clr` means done with the incident and free again. */
export function statusOfWord(word: string): UnitStatus | null {
  if (word === 'clr') return 'available';
  return UNIT_STATUSES.find((status) => UNIT_STATUS[status].word === word) ?? null;
}
