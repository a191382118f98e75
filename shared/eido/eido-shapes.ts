/**
 * Shapes of NENA-STA-021 (EIDO), as far as this center fills them. Names are the standard's own. What is
 * optional there and unknown here is left out, never made up.
 */
export interface EidoReference {
  readonly $ref: string;
}

/** Stands at the top of every component. */
export interface EidoPrologue {
  readonly $id: string;
  /** ISO instant with an offset. */
  readonly lastUpdateTimeStamp: string;
  readonly updatedByAgencyReference: EidoReference;
  readonly updatedByAgentReference?: EidoReference;
}

export interface EidoAgency extends EidoPrologue {
  readonly agencyRoleDescriptionRegistryText: readonly (
    'CallReceiving' | 'Dispatching' | 'TransferredTo' | 'Informational'
  )[];
  readonly agencyType: readonly string[];
}

export interface EidoAgent extends EidoPrologue {
  readonly agentWorkstationPositionIdentification?: string;
  readonly agentRoleRegistryText: readonly string[];
  readonly agencyReference: EidoReference;
}

export interface EidoNote extends EidoPrologue {
  /** HTML, so what somebody typed has to be escaped. */
  readonly notesActionComments: string;
}

/** Never `Suspect`: nobody becomes one by needing help. */
export type EidoPersonRole = 'Caller' | 'Patient' | 'InvolvedPerson';

export interface EidoPerson extends EidoPrologue {
  readonly personIncidentRoleRegistryText: readonly EidoPersonRole[];
  readonly callBackReference?: EidoReference;
  readonly callIdentifier?: readonly string[];
  readonly notesReference?: readonly EidoReference[];
}

export interface EidoCaution extends EidoPrologue {
  readonly cautionTypeInternalText: string;
  readonly cautionTypeCommonRegistryText: string;
  readonly cautionSeverity: 'highest' | 'high' | 'normal' | 'low' | 'lowest';
  readonly cautionSource: string;
  readonly startDate: string;
}

export interface EidoLocation extends EidoPrologue {
  readonly locationTypeDescriptionRegistryText: 'CurrentIncident';
  readonly locationByValue?: string;
  readonly locationDescriptionText?: string;
}

export interface EidoResource extends EidoPrologue {
  readonly emergencyResourceTypeCommonRegistryText: string;
  readonly emergencyResourceTypeInternalText: string;
  readonly resourceAttributeRegistryText: readonly string[];
  readonly resourceAttributeInternalText: readonly string[];
  readonly emergencyResourceName: string;
  readonly primaryUnitStatusRegistryText: string;
  readonly secondaryUnitStatusRegistryText: readonly string[];
  readonly agentReference: readonly EidoReference[];
}

export interface EidoDisposition extends EidoPrologue {
  readonly dispositionCommonRegistryCode: string;
  readonly dispositionPrimaryIndicator: boolean;
  readonly dispositionDescriptionText: string;
}

export interface EidoIncident extends EidoPrologue {
  readonly incidentTypeInternalCode?: string;
  readonly incidentTypeInternalText?: string;
  readonly incidentTypeCommonRegistryText: string;
  readonly incidentStatusCommonRegistryText: readonly string[];
  readonly internalIncidentId: string;
  readonly locationReference?: readonly EidoReference[];
  readonly personReference?: readonly EidoReference[];
  readonly notesReference?: readonly EidoReference[];
  readonly dispositionComponent?: readonly EidoDisposition[];
}

export interface EidoCall extends EidoPrologue {
  readonly standardPrimaryCallType: 'emergency';
  readonly direction: 'incoming';
  readonly callStateRegistryText: 'callAnswered' | 'callEnd';
  readonly callStartTimestamp: string;
  readonly answerDate?: string;
  readonly callBackReference?: EidoReference;
  readonly personReference?: readonly EidoReference[];
}

export interface EidoCallback extends EidoPrologue {
  readonly callBackInformationUri: readonly string[];
}

export interface Eido extends EidoPrologue {
  readonly eidoVersion: '1.0';
  readonly issuingElementIdentification: string;
  readonly incidentComponent?: EidoIncident;
  readonly callComponent?: readonly EidoCall[];
  readonly callbackComponent?: readonly EidoCallback[];
  readonly notesComponent?: readonly EidoNote[];
  readonly emergencyResourceComponent?: readonly EidoResource[];
  readonly locationComponent?: readonly EidoLocation[];
  readonly personComponent?: readonly EidoPerson[];
  readonly cautionComponent?: readonly EidoCaution[];
  readonly agencyComponent: readonly EidoAgency[];
  readonly agentComponent: readonly EidoAgent[];
}

/** Text somebody typed, as a note of the standard may hold it. */
export function noteHtml(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escaped(line).replace(/\r\n|[\n\r]/gu, '<br/>')}</p>`).join('');
}

/** For HTML and XML alike: nothing typed becomes markup, and no control character breaks a reader. */
export function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Digits and a plus, as `tel:` takes them; null when there is nothing to call. */
export function telUri(number: string): string | null {
  const dialed = number.replace(/[^\d+]/gu, '');
  return /\d/u.test(dialed) ? `tel:${dialed}` : null;
}
