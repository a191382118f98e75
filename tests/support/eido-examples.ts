/** Documents of an invented center, as another program would write them. */

const AGENCY = { $ref: 'riverside.example' };
const PROLOGUE = {
  lastUpdateTimeStamp: '2026-03-03T11:50:00-06:00',
  updatedByAgencyReference: AGENCY,
};

type Members = Readonly<Record<string, unknown>>;

export const EIDO_ID = 'urn:emergency:uid:incidentid:7f31:riverside.example';

/** A whole document; `incident` and `more` change single members. */
export function eidoOf(incident: Members = {}, more: Members = {}): Members {
  return {
    $id: EIDO_ID,
    ...PROLOGUE,
    eidoVersion: '1.0',
    issuingElementIdentification: 'cad.riverside.example',
    incidentComponent: {
      $id: 'urn:emergency:uid:eidodatacomponent:i1:riverside.example',
      ...PROLOGUE,
      incidentTypeCommonRegistryText: 'SUICTHRT',
      incidentTypeInternalText: 'Suicidal subject',
      incidentStatusCommonRegistryText: ['Active'],
      internalIncidentId: 'R-118',
      locationReference: [{ $ref: 'loc-1' }],
      notesReference: [{ $ref: 'note-1' }],
      ...incident,
    },
    callComponent: [
      {
        $id: 'urn:emergency:uid:callid:c1:riverside.example',
        ...PROLOGUE,
        standardPrimaryCallType: 'emergency',
        direction: 'incoming',
        callStateRegistryText: 'callAnswered',
        callStartTimestamp: '2026-03-03T11:48:30-06:00',
        callBackReference: { $ref: 'back-1' },
      },
    ],
    callbackComponent: [
      { $id: 'back-1', ...PROLOGUE, callBackInformationUri: ['tel:+13125550142'] },
    ],
    notesComponent: [
      {
        $id: 'note-1',
        ...PROLOGUE,
        notesActionComments: '<p>Says she cannot go on.</p><p>Alone at home.</p>',
      },
    ],
    locationComponent: [
      {
        $id: 'loc-1',
        ...PROLOGUE,
        locationTypeDescriptionRegistryText: 'CurrentIncident',
        locationDescriptionText: '4620 N Broadway, Uptown',
      },
    ],
    personComponent: [
      { $id: 'person-1', ...PROLOGUE, personIncidentRoleRegistryText: ['Caller', 'Patient'] },
    ],
    agencyComponent: [
      {
        $id: 'riverside.example',
        ...PROLOGUE,
        agencyRoleDescriptionRegistryText: ['CallReceiving'],
        agencyType: ['psap'],
        agencyJcard: '["vcard",[["version",{},"text","4.0"],["org",{},"text","Riverside PSAP"]]]',
      },
    ],
    ...more,
  };
}

export function eidoText(incident: Members = {}, more: Members = {}): string {
  return JSON.stringify(eidoOf(incident, more));
}

/** Five minutes later the same incident is said to be somewhere else. */
export function movedEido(address: string, incident: Members = {}): string {
  const lastUpdateTimeStamp = '2026-03-03T11:55:00-06:00';
  const locations = eidoOf()['locationComponent'] as Members[];
  return eidoText(
    { lastUpdateTimeStamp, ...incident },
    {
      locationComponent: locations.map((each) => ({
        ...each,
        lastUpdateTimeStamp,
        locationDescriptionText: address,
      })),
    },
  );
}
