import { Buffer } from 'node:buffer';

/** Exports in the shape of the three presets. Every call in them is invented. */

export const DECC_HEADER = [
  'Master_Incident_Number',
  'Response_Date',
  'WeekNo',
  'Agency',
  'Problem',
  'Priority_Number',
  'Call_Taker',
  'Incident_Start_Time',
  'TimeCallViewed',
  'Incident_Queue_Time',
  'Time_To_Queue',
  'Incident_Dispatch_Time',
  'Incident_Phone_Stop',
  'TimeFirstUnitDispatchAcknowledged',
  'Incident_Enroute_Time',
  'Incident_Arrival_Time',
  'TimeFirstCallCleared',
  'Incident_First_Close_Time',
  'Call_Reopened',
  'First_Reopen_Time',
  'Final_Closed_Time',
  'Total_Call_Time',
  'Disposition',
] as const;
export type DeccColumn = (typeof DECC_HEADER)[number];

const DECC_CALL: Readonly<Partial<Record<DeccColumn, string>>> = {
  Master_Incident_Number: '31-000001',
  Response_Date: '2031-05-06 10:00:02.000',
  Agency: 'POLICE',
  Problem: 'MENTAL HEALTH CASE',
  Priority_Number: '2',
  Incident_Start_Time: '2031-05-06 10:00:00.000',
  Incident_Queue_Time: '2031-05-06 10:00:40.000',
  Final_Closed_Time: '2031-05-06 10:45:12.340',
  Disposition: 'RE-Report',
};

export function deccRow(call: Partial<Record<DeccColumn, string>> = {}): string {
  return DECC_HEADER.map((name) => cell(call[name] ?? DECC_CALL[name] ?? 'NULL')).join(',');
}

export const UCPD_HEADER = 'Comments,Date,Disposition,Location,Occured,Reported,UCPDI';

export interface UcpdCall {
  readonly comments?: string;
  readonly type?: string;
  readonly disposition?: string;
  readonly location?: string;
  readonly reported?: string;
  readonly number?: string;
}

export function ucpdRow(call: UcpdCall = {}): string {
  return [
    call.comments ?? 'Somebody was taken to be seen by a doctor',
    call.type ?? 'Mental Health Transport',
    call.disposition ?? 'Closed',
    call.location ?? '1 Invented Way (Lobby)',
    '3/4/31 1:00 PM',
    call.reported ?? '3/4/25 2:13 PM',
    call.number ?? '25-00001',
  ]
    .map(cell)
    .join(',');
}

export interface MontgomeryCall {
  readonly lat?: string;
  readonly lng?: string;
  readonly title?: string;
  readonly stamp?: string;
  readonly twp?: string;
  readonly addr?: string;
}

export function montgomeryRow(call: MontgomeryCall = {}): string {
  const { lat = '40.1', lng = '-75.3', title = 'EMS: OVERDOSE', stamp = '2031-01-15 12:01' } = call;
  const { twp = 'INVENTED TOWNSHIP', addr = 'FIRST ST & SECOND ST' } = call;
  return [lat, lng, title, stamp, twp, addr].map(cell).join(',');
}

export function fileOf(rows: readonly (string | Buffer)[], lineEnd = '\n'): Buffer {
  return Buffer.concat(rows.flatMap((row) => [Buffer.from(row), Buffer.from(lineEnd)]));
}

export const deccFile = (...rows: readonly (string | Buffer)[]) =>
  fileOf([DECC_HEADER.join(','), ...rows]);

export const ucpdFile = (...rows: readonly (string | Buffer)[]) => fileOf([UCPD_HEADER, ...rows]);

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
