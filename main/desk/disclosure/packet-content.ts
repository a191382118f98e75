import { knownCautions } from '../caution-view.ts';
import type { DeskCore } from '../desk-core.ts';
import { clinicalSections } from './clinical-sections.ts';
import { clock, line, notes, type ContentSources as Sources } from './packet-lines.ts';
import { callTypeLabel, responseLabel } from '../incident-row.ts';
import { wordsFor } from '../partition/words-for.ts';
import { cautionsOfIncident } from '#db/board/cautions-projection.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { screensOfIncident } from '#db/board/screens-projection.ts';
import { allUnits } from '#db/board/units-projection.ts';
import type { KnownCaution } from '#shared/board/caution-lines.ts';
import { CAUTION_LABELS, concerns } from '#shared/caution/caution.ts';
import type { CodedCaution, PacketContent, PacketLine } from '#shared/disclosure/packet.ts';
import { INFORMANT_LABELS, type FactAnswer, type Informant } from '#shared/facts/fact.ts';
import { dispositionLabel } from '#shared/incident/disposition.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { partitionsOf } from '#shared/partition/partition.ts';
import type { FactTopic } from '#shared/policy/policy.ts';
import { clinicalRecordOf } from '#shared/plan/clinical-record.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';
import type { Role } from '#shared/roster/operator.ts';
import { HAZARD_WORDS } from '#shared/screen/screen-hazard.ts';
import { hazardOfScreens } from '#shared/screen/screen-events.ts';
import { sayLanguageNeed } from '#shared/unit/language.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';

/** What endangers somebody. Diagnosis, medication, housing and earlier calls are in none of them. */
const HAZARDS: readonly FactTopic[] = ['medical', 'weapon', 'violence', 'suicide'];

/** Dispatch notes that go along, the last ones. */
const NOTES = 3;

/** Everything the form could say of an incident, as somebody of this role reads it, as of `asOf`. */
export function packetContent(
  core: DeskCore,
  incident: Incident,
  asOf: string,
  role: Role,
): PacketContent {
  const { policy } = core.requirePolicy();
  const entries = core.journal.ofIncident(incident.incidentId, partitionsOf(role));
  const words = wordsFor(core.db, [role]);
  const record = clinicalRecordOf(entries);
  const sources: Sources = { core, incident, policy, entries, record, words, asOf };
  const cautions = cautionsHere(sources);
  const justice = cautions.filter(({ kind }) => kind === 'officer-safety');
  const others = cautions.filter(({ kind }) => kind !== 'officer-safety');
  const call = findCall(core.db, incident.callId);
  const area = policy.areas.find(({ id }) => id === incident.place.areaId)?.name ?? null;
  return {
    hazards: {
      id: 'hazards',
      lines: [
        ...screenHazard(sources),
        ...hazardLines(sources),
        ...others.map(cautionLine),
        ...approachLines(sources),
      ],
      coded: { cautions: others.map(coded) },
    },
    justice: {
      id: 'justice',
      lines: [...justice.map(cautionLine), ...notes(sources, 'justice')],
      coded: { cautions: justice.map(coded) },
    },
    location: {
      id: 'location',
      lines: locationLines(incident, area),
      coded: { address: incident.place.address, area, position: incident.place.position },
    },
    people: {
      id: 'people',
      lines: [line('Callback', incident.callback ?? 'not known')],
      coded: { callback: incident.callback },
    },
    happened: {
      id: 'happened',
      lines: [
        line('Call type', callTypeLabel(policy, incident.callType) ?? 'not set'),
        line('Received', clock(sources, call?.receivedAt ?? incident.openedAt)),
        ...(incident.words === '' ? [] : [line('In the caller’s words', incident.words)]),
      ],
      coded: {
        callType: incident.callType,
        callTypeLabel: callTypeLabel(policy, incident.callType),
        receivedAt: call?.receivedAt ?? incident.openedAt,
        answeredAt: incident.openedAt,
      },
    },
    done: { id: 'done', lines: doneLines(sources), coded: { closed: closedAs(incident) } },
    units: unitsSection(sources),
    language: {
      id: 'language',
      lines: [
        line('Spoken', incident.language === null ? 'English' : sayLanguageNeed(incident.language)),
      ],
      coded: null,
    },
    clinician: { id: 'clinician', lines: clinicianLines(sources), coded: null },
    ...clinicalSections(sources),
  };
}

/** The one word for danger that everybody hears of a suicide screen. */
function screenHazard({ core, incident }: Sources): PacketLine[] {
  const hazard = hazardOfScreens(screensOfIncident(core.db, incident.incidentId));
  return hazard === null ? [] : [line('Danger', HAZARD_WORDS[hazard])];
}

/** What is there and what nobody knows, each with who said it and when; then what is not there, in one line each. */
function hazardLines(sources: Sources): PacketLine[] {
  const { policy, incident } = sources;
  const present: PacketLine[] = [];
  const open: PacketLine[] = [];
  const notAsked: string[] = [];
  const no = new Map<Informant, { labels: string[]; oldest: FactAnswer }>();
  for (const { id, label, mandatory } of policy.facts.filter(({ topic }) => isHazard(topic))) {
    const record = incident.facts[id];
    if (record === undefined) {
      if (mandatory) notAsked.push(label);
      continue;
    }
    const { current, aged } = record;
    const said = saidBy(sources, current);
    const again = aged ? ', to be asked again' : '';
    if (current.answer === 'yes') present.push(line(label, `yes${again}`, said));
    else if (current.answer === 'unknown')
      open.push(line(label, `asked, nobody knows${again}`, said));
    else if (aged) open.push(line(label, `no${again}`, said));
    else {
      const same = no.get(current.informant) ?? { labels: [], oldest: current };
      same.labels.push(label);
      if (current.at < same.oldest.at) same.oldest = current;
      no.set(current.informant, same);
    }
  }
  return [
    ...present,
    ...open,
    // Not asked is never no (invariant 3).
    ...(notAsked.length === 0 ? [] : [line('Not asked', notAsked.join('; '))]),
    ...[...no.values()].map(({ labels, oldest }) =>
      line('No', labels.join('; '), saidBy(sources, oldest)),
    ),
  ];
}

function isHazard(topic: FactTopic): boolean {
  return HAZARDS.includes(topic);
}

function saidBy(sources: Sources, { informant, at }: FactAnswer): string {
  return `${INFORMANT_LABELS[informant]}, ${clock(sources, at)}`;
}

function cautionsHere({ core, incident, words }: Sources): KnownCaution[] {
  const here = cautionsOfIncident(core.db, incident).filter((each) => concerns(each, incident));
  return knownCautions(here, words, core.local().date, core.nameOf).filter(
    ({ expired }) => !expired,
  );
}

function cautionLine({ kind, text, source, expiresOn }: KnownCaution): PacketLine {
  return line(
    `Caution, ${CAUTION_LABELS[kind].toLowerCase()}`,
    text,
    `${source}, until ${expiresOn}`,
  );
}

function coded({ kind, text, source, recordedAt, expiresOn }: KnownCaution): CodedCaution {
  return { kind: CAUTION_LABELS[kind], text, source, recordedAt, expiresOn };
}

function approachLines(sources: Sources): PacketLine[] {
  const { approach } = sources.record;
  return [
    ...(approach === null ? [] : [line('Approach', approach.value, clock(sources, approach.at))]),
    ...sources.incident.staging.map(({ unitId, place, securedBy }) =>
      line('Approach', `${unitId} waits at ${place} until ${securedBy} has secured the scene`),
    ),
  ];
}

function locationLines({ place }: Incident, area: string | null): PacketLine[] {
  return [
    line('Address', place.address === '' ? 'not known' : place.address),
    ...(area === null ? [] : [line('Area', area)]),
    ...(place.position === null
      ? []
      : [line('Point', `${place.position.lat}, ${place.position.lon}`)]),
  ];
}

function doneLines(sources: Sources): PacketLine[] {
  const { incident, policy } = sources;
  const { decision, upgrades, hold, closed } = incident;
  return [
    ...(decision === null
      ? []
      : [
          line(
            'Decided',
            `${decision.level}, ${responseLabel(policy, decision.response)}`,
            clock(sources, decision.at),
          ),
        ]),
    ...upgrades.map(({ services, at }) =>
      line(
        'Called',
        services.map((each) => (each === 'ems' ? 'EMS' : 'police')).join(' and '),
        clock(sources, at),
      ),
    ),
    ...(hold === null ? [] : [line('Held', hold.reason)]),
    ...notes(sources, 'dispatch').slice(-NOTES),
    ...(closed === null ? [] : [line('Closed', dispositionLabel(closed.disposition))]),
  ];
}

function closedAs({ closed }: Incident): string | null {
  return closed?.disposition ?? null;
}

function unitsSection(sources: Sources): PacketContent['units'] {
  const { core, incident, policy } = sources;
  const { date } = core.local();
  const units = allUnits(core.db)
    .filter(({ incidentId }) => incidentId === incident.incidentId)
    .map(({ unitId, teamType, status, since }) => {
      const team = teamTypeOn(policy, teamType, date)?.label ?? teamType;
      return { unitId, teamType, team, status, since };
    });
  return {
    id: 'units',
    lines: units.map(({ unitId, team, status, since }) =>
      line(unitId, `${team}, ${UNIT_STATUS[status].label.toLowerCase()}`, clock(sources, since)),
    ),
    coded: { units: units.map(({ since: _since, ...unit }) => unit) },
  };
}

function clinicianLines({ core, incident, policy }: Sources): PacketLine[] {
  const { phone } = incident;
  const talking = phone.state === 'with-clinician' || phone.state === 'transferring';
  if (!talking) return [];
  const dispatch = phoneDeskOf(policy).receivers.find(({ kind }) => kind === 'dispatch');
  const dial = dispatch?.dial?.replace(/^(tel|sip):/u, '') ?? 'through dispatch';
  return [line('On the phone', core.nameOf(phone.clinician)), line('Callback', dial)];
}
