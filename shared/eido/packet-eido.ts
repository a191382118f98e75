import {
  noteHtml,
  telUri,
  type Eido,
  type EidoCaution,
  type EidoPrologue,
  type EidoReference,
  type EidoResource,
} from './eido-shapes.ts';
import {
  dispositionCode,
  incidentStatus,
  incidentTypeText,
  resourceTexts,
} from './eido-registry.ts';
import { pidfLo } from './pidf-lo.ts';
import { dispositionLabel, type DispositionCode } from '../incident/disposition.ts';
import {
  SECTION_FORMS,
  type CodedCaution,
  type CodedUnit,
  type Packet,
  type PacketSection,
  type SectionId,
} from '../disclosure/packet.ts';
import { lineText, NOTHING_RECORDED } from '../disclosure/packet-text.ts';
import { UNIT_STATUS } from '../unit/unit-status.ts';

/**
 * A packet as an EIDO. It is made from the cut packet and nothing else, so that it cannot hold what its
 * recipient may not get. Each section also goes as a note: what has no code is not lost.
 */
export function eidoOfPacket(packet: Packet): Eido {
  const { head, asOf, notice } = packet;
  const agency = head.psapId;
  const agent = `${head.madeById}@${agency}`;
  const id = (kind: string, which = String(head.number)) =>
    `urn:emergency:uid:${kind}:${slug(which)}:${slug(agency)}`;
  const prologue = ($id: string): EidoPrologue => ({
    $id,
    lastUpdateTimeStamp: asOf,
    updatedByAgencyReference: { $ref: agency },
    updatedByAgentReference: { $ref: agent },
  });
  const section = <Id extends SectionId>(wanted: Id) =>
    packet.sections.find((each): each is Extract<PacketSection, { id: Id }> => each.id === wanted);

  const place = section('location');
  const people = section('people');
  const happened = section('happened');
  const units = section('units')?.coded.units ?? [];
  const closed = section('done')?.coded.closed ?? null;
  const cautions = [
    ...(section('hazards')?.coded.cautions ?? []),
    ...(section('justice')?.coded.cautions ?? []),
  ];
  const notes = [
    ...packet.sections.map((each) => ({ key: each.id, lines: noteLines(each) })),
    ...(notice.length === 0 ? [] : [{ key: 'notice', lines: notice }]),
  ];
  const callback = people?.coded.callback ?? null;
  const uri = callback === null ? null : telUri(callback);
  const callbackId = id('callback');
  const callerId = id('person', `${head.number}-caller`);
  const patientId = id('person', `${head.number}-patient`);
  const locationId = id('location');
  const ref = ($ref: string): EidoReference => ({ $ref });

  return {
    ...prologue(id('incidentid')),
    eidoVersion: '1.0',
    issuingElementIdentification: agency,
    incidentComponent: {
      ...prologue(id('incident')),
      ...(happened?.coded.callType == null
        ? {}
        : {
            incidentTypeInternalCode: happened.coded.callType,
            incidentTypeInternalText: happened.coded.callTypeLabel ?? happened.coded.callType,
          }),
      incidentTypeCommonRegistryText: incidentTypeText(happened?.coded.callType ?? null),
      incidentStatusCommonRegistryText: incidentStatus(
        units.map(({ status }) => UNIT_STATUS[status].eidoSecondary),
        closed !== null,
      ),
      internalIncidentId: String(head.number),
      ...(place === undefined ? {} : { locationReference: [ref(locationId)] }),
      ...(people === undefined ? {} : { personReference: [ref(callerId), ref(patientId)] }),
      notesReference: notes.map(({ key }) => ref(id('note', `${head.number}-${key}`))),
      ...(closed === null
        ? {}
        : {
            dispositionComponent: [
              {
                ...prologue(id('disposition')),
                dispositionCommonRegistryCode: dispositionCode(closed),
                dispositionPrimaryIndicator: true,
                dispositionDescriptionText: dispositionLabel(closed as DispositionCode),
              },
            ],
          }),
    },
    ...(happened === undefined
      ? {}
      : {
          callComponent: [
            {
              ...prologue(id('callid')),
              standardPrimaryCallType: 'emergency',
              direction: 'incoming',
              callStateRegistryText: closed === null ? 'callAnswered' : 'callEnd',
              callStartTimestamp: happened.coded.receivedAt,
              answerDate: happened.coded.answeredAt,
              ...(uri === null ? {} : { callBackReference: ref(callbackId) }),
              ...(people === undefined ? {} : { personReference: [ref(callerId)] }),
            },
          ],
        }),
    ...(uri === null
      ? {}
      : { callbackComponent: [{ ...prologue(callbackId), callBackInformationUri: [uri] }] }),
    ...(people === undefined
      ? {}
      : {
          personComponent: [
            {
              ...prologue(callerId),
              personIncidentRoleRegistryText: ['Caller'],
              ...(uri === null ? {} : { callBackReference: ref(callbackId) }),
            },
            { ...prologue(patientId), personIncidentRoleRegistryText: ['Patient'] },
          ],
        }),
    ...(place === undefined
      ? {}
      : {
          locationComponent: [
            {
              ...prologue(locationId),
              locationTypeDescriptionRegistryText: 'CurrentIncident',
              ...(place.coded.address === ''
                ? {}
                : { locationDescriptionText: addressOf(place.coded) }),
              ...(place.coded.position === null
                ? {}
                : { locationByValue: pidfLo(`pres:${locationId}`, place.coded.position, asOf) }),
            },
          ],
        }),
    notesComponent: notes.map(({ key, lines }) => ({
      ...prologue(id('note', `${head.number}-${key}`)),
      notesActionComments: noteHtml(lines),
    })),
    ...(units.length === 0
      ? {}
      : {
          emergencyResourceComponent: units.map((unit) =>
            resourceOf(unit, prologue(id('resource', unit.unitId)), ref(agent)),
          ),
        }),
    ...(cautions.length === 0
      ? {}
      : {
          cautionComponent: cautions.map((caution, at) =>
            cautionOf(caution, prologue(id('caution', `${head.number}-${at + 1}`))),
          ),
        }),
    agencyComponent: [
      {
        ...prologue(agency),
        agencyRoleDescriptionRegistryText: ['CallReceiving', 'Dispatching'],
        agencyType: ['psap'],
      },
    ],
    agentComponent: [
      {
        ...prologue(agent),
        agentWorkstationPositionIdentification: head.position,
        agentRoleRegistryText: ['Call Taking'],
        agencyReference: ref(agency),
      },
    ],
  };
}

function noteLines({ id, lines }: PacketSection): string[] {
  const said = lines.length === 0 ? [NOTHING_RECORDED] : lines.map(lineText);
  return [SECTION_FORMS[id].title, ...said];
}

function addressOf({ address, area }: { address: string; area: string | null }): string {
  return area === null || address.includes(area) ? address : `${address} (${area})`;
}

function resourceOf(
  { unitId, teamType, team, status }: CodedUnit,
  prologue: EidoPrologue,
  agent: EidoReference,
): EidoResource {
  const { type, attributes } = resourceTexts(teamType);
  const { eidoPrimary, eidoSecondary } = UNIT_STATUS[status];
  return {
    ...prologue,
    emergencyResourceTypeCommonRegistryText: type,
    emergencyResourceTypeInternalText: team,
    resourceAttributeRegistryText: attributes,
    resourceAttributeInternalText: [],
    emergencyResourceName: unitId,
    primaryUnitStatusRegistryText: eidoPrimary,
    secondaryUnitStatusRegistryText: eidoSecondary === null ? [] : [eidoSecondary],
    agentReference: [agent],
  };
}

/** The standard knows no end of a caution, so its last day is said in its words. */
function cautionOf(
  { kind, text, source, recordedAt, expiresOn }: CodedCaution,
  prologue: EidoPrologue,
): EidoCaution {
  return {
    ...prologue,
    cautionTypeInternalText: `${kind}: ${text} (counts until ${expiresOn})`,
    cautionTypeCommonRegistryText: 'Other',
    cautionSeverity: kind === 'Weapon' || kind === 'Violence' ? 'high' : 'normal',
    cautionSource: source,
    startDate: recordedAt,
  };
}

function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]+/gu, '-');
}
