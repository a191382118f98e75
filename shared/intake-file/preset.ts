import type { Mapping } from './mapping-schema.ts';

/** The shapes of export that are known. A further center writes a mapping file instead. */
export const PRESET_IDS = ['decc', 'ucpd', 'montgomery'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Mappings that come with CareDesk: a file is told to be theirs by its columns. */
export const PRESETS: Readonly<Record<PresetId, Mapping>> = {
  decc: {
    id: 'decc',
    title: 'DECC weekly call file (Virginia)',
    times: { formats: ['iso'], unusable: 'reject-row' },
    recordNumber: { column: 'Master_Incident_Number' },
    // Response_Date may be some seconds later: it is when the record was opened.
    received: { column: 'Incident_Start_Time' },
    decided: { column: 'Incident_Queue_Time', optional: true },
    dispatched: { column: 'Incident_Dispatch_Time', optional: true },
    enRoute: { column: 'Incident_Enroute_Time', optional: true },
    arrived: { column: 'Incident_Arrival_Time', optional: true },
    cleared: { column: 'TimeFirstCallCleared', optional: true },
    closed: { column: 'Final_Closed_Time' },
    checked: [
      'Response_Date',
      'TimeCallViewed',
      'Incident_Phone_Stop',
      'TimeFirstUnitDispatchAcknowledged',
      'Incident_First_Close_Time',
      'First_Reopen_Time',
    ],
    type: { columns: ['Problem'] },
    priority: { column: 'Priority_Number' },
    agency: { column: 'Agency' },
    disposition: { column: 'Disposition' },
  },
  ucpd: {
    id: 'ucpd',
    title: 'University of Chicago police incident log',
    times: { formats: ['M/D/YY h:mm A', 'M/D/YYYY h:mm A'], unusable: 'reject-row' },
    withdrawn: ['void'],
    recordNumber: { column: 'UCPDI' },
    received: { column: 'Reported' },
    // The export really calls the column of the incident type "Date".
    type: { columns: ['Date'] },
    disposition: { column: 'Disposition' },
    address: { columns: ['Location'] },
  },
  montgomery: {
    id: 'montgomery',
    title: 'Montgomery County 911 list (Pennsylvania)',
    times: { formats: ['iso'], unusable: 'reject-row' },
    received: { column: 'timeStamp' },
    type: { columns: ['title'] },
    address: { columns: ['addr', 'twp'] },
    latitude: { column: 'lat' },
    longitude: { column: 'lng' },
  },
};

/** The columns in order of an export that may come without a header row; null where it never does. */
export const WITHOUT_HEADER: Readonly<Record<PresetId, readonly string[] | null>> = {
  decc: null,
  ucpd: null,
  montgomery: ['lat', 'lng', 'title', 'timeStamp', 'twp', 'addr'],
};
