import { readIsoStamp, readUsStamp, type StampReader } from './wall-clock.ts';

/** The shapes of export that are known. A further center is a further entry below. */
export const PRESET_IDS = ['decc', 'ucpd', 'montgomery'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/**
 * What the columns of one center's export mean, by the names its header gives them. `null` means the
 * export does not say.
 */
export interface Preset {
  readonly id: PresetId;
  readonly title: string;
  /** The columns in order when the file has no header row; null when it always has one. */
  readonly withoutHeader: readonly string[] | null;
  readonly readStamp: StampReader;
  readonly recordNumber: string | null;
  readonly received: string;
  readonly closed: string | null;
  /**
   * Further stamps of the call. They are not kept, but one that is no time at all shows that the row's
   * columns cannot be trusted. Newer exports may leave some out.
   */
  readonly stages: readonly string[];
  readonly type: string;
  /** The word, in any case, that marks a row as withdrawn by the exporting center. */
  readonly withdrawnWord: string | null;
  readonly priority: string | null;
  readonly agency: string | null;
  readonly disposition: string | null;
  /** Joined by a comma. */
  readonly address: readonly string[];
  readonly latitude: string | null;
  readonly longitude: string | null;
}

export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  decc: {
    id: 'decc',
    title: 'DECC weekly call file (Virginia)',
    withoutHeader: null,
    readStamp: readIsoStamp,
    recordNumber: 'Master_Incident_Number',
    // Response_Date may be some seconds later: it is when the record was opened.
    received: 'Incident_Start_Time',
    closed: 'Final_Closed_Time',
    stages: [
      'Response_Date',
      'TimeCallViewed',
      'Incident_Queue_Time',
      'Incident_Dispatch_Time',
      'Incident_Phone_Stop',
      'TimeFirstUnitDispatchAcknowledged',
      'Incident_Enroute_Time',
      'Incident_Arrival_Time',
      'TimeFirstCallCleared',
      'Incident_First_Close_Time',
      'First_Reopen_Time',
    ],
    type: 'Problem',
    withdrawnWord: null,
    priority: 'Priority_Number',
    agency: 'Agency',
    disposition: 'Disposition',
    address: [],
    latitude: null,
    longitude: null,
  },
  ucpd: {
    id: 'ucpd',
    title: 'University of Chicago police incident log',
    withoutHeader: null,
    readStamp: readUsStamp,
    recordNumber: 'UCPDI',
    received: 'Reported',
    closed: null,
    stages: [],
    // The export really calls the column of the incident type "Date".
    type: 'Date',
    withdrawnWord: 'void',
    priority: null,
    agency: null,
    disposition: 'Disposition',
    address: ['Location'],
    latitude: null,
    longitude: null,
  },
  montgomery: {
    id: 'montgomery',
    title: 'Montgomery County 911 list (Pennsylvania)',
    withoutHeader: ['lat', 'lng', 'title', 'timeStamp', 'twp', 'addr'],
    readStamp: readIsoStamp,
    recordNumber: null,
    received: 'timeStamp',
    closed: null,
    stages: [],
    type: 'title',
    withdrawnWord: null,
    priority: null,
    agency: null,
    disposition: null,
    address: ['addr', 'twp'],
    latitude: 'lat',
    longitude: 'lng',
  },
};

/** Columns without which the file is not this preset's. */
export function neededColumns(preset: Preset): string[] {
  const { recordNumber, received, closed, type, priority, agency, disposition } = preset;
  return [recordNumber, received, closed, type, priority, agency, disposition]
    .concat(preset.address, preset.latitude, preset.longitude)
    .filter((name) => name !== null);
}
