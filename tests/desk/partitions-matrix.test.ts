import { typedBy } from '../support/edit-examples.ts';
import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { desk as commandLine } from '../import/import-folder.ts';
import {
  centerAtWork,
  openAtWork,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import {
  MARKERS,
  membersApart,
  PLANTED_ADDRESS,
  PLANTED_IDS,
  plantedEvents,
  PLANTINGS,
  type Marker,
  type ProtectedType,
} from '../support/planted-markers.ts';
import { rawConnection } from '../support/tampering.ts';
import { EXAMPLES, type Example } from '../support/topic-examples.ts';
import type { LogLine } from '#main/desk/desk-log.ts';
import { KEPT_TABLES, keptWords } from '#db/journal/kept-words.ts';
import { consoleContract, TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import { PURPOSES, RECIPIENTS, type Purpose } from '#shared/disclosure/recipient.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { EVENT_PARTITIONS } from '#shared/partition/event-partitions.ts';
import { KEPT_PARTITIONS, mayRead, type KeptPartition } from '#shared/partition/partition.ts';
import { may } from '#shared/roster/permission.ts';
import { ROLES, type Role } from '#shared/roster/operator.ts';

vi.setConfig({ testTimeout: 60_000 });

const NAME_OF_ROLE: Readonly<Record<Role, string>> = {
  'call-taker': 'Pat',
  dispatcher: 'Dana',
  clinician: 'Cleo',
  supervisor: 'Sam',
  admin: 'Ada',
};
const DRAFT = 'planted part-2 in a draft;';

let planted: string;
let incidentId: IncidentId;
const logged: LogLine[] = [];

/** A desk of its own with every marker on one incident, and a draft of the clinician's. */
function withMarkers(): DeskAtWork {
  const folder = temporaryFolder();
  cpSync(planted, folder, { recursive: true });
  return openAtWork(folder, undefined, (line) => logged.push(line));
}

beforeAll(() => {
  const atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'), { address: PLANTED_ADDRESS });
  const [dana, cleo, imani] = ['Dana', 'Cleo', 'Imani'].map(atWork.idOf);
  const on = { incidentId, dana: dana!, cleo: cleo!, imani: imani! };
  for (const event of plantedEvents(on)) {
    const owner = event.type.startsWith('caution.') ? on.dana : on.cleo;
    expect(atWork.desk.record([event], owner), event.type).toHaveLength(1);
  }
  const half = { subject: `incident/${incidentId}`, field: 'part-2', text: DRAFT };
  atWork.do(atWork.as('Cleo'), 'draft.save', typedBy(atWork, 'Cleo', half));
  atWork.desk.close();
  planted = atWork.folder;
});

/** What is asked about: the example's own, and the same about the incident with the markers. */
function inputsOf(atWork: DeskAtWork, topic: Topic): unknown[] {
  const example = EXAMPLES[topic] as Example<Topic>;
  const session = example.as === null ? { operator: null, focus: null } : atWork.as(example.as);
  const good = example.good(atWork, session) as Record<string, unknown>;
  const ids = { incidentId, ...PLANTED_IDS, cautionIds: [PLANTED_IDS.cautionId] };
  const here = Object.entries(ids).filter(([member]) => Object.hasOwn(good, member));
  return here.length === 0 ? [good] : [{ ...good, ...Object.fromEntries(here) }, good];
}

/** The markers in everything a role was told that it may not read. */
function leaked(role: Role, told: unknown): string[] {
  const text = JSON.stringify(told);
  return MARKERS.filter(
    ({ text: marker, partition }) => !mayRead(role, partition) && text.includes(marker),
  ).map(({ text: marker }) => marker);
}

function seen(told: unknown): Set<string> {
  const text = JSON.stringify(told);
  return new Set(MARKERS.filter((marker) => text.includes(marker.text)).map(({ text: t }) => t));
}

/** What a role was told of a record with no look of theirs on record: nothing, whatever way it went. */
function notOnRecord(folder: string, told: ReadonlyMap<Role, unknown>): string[] {
  const db = rawConnection(folder);
  const looks = new Set(
    db
      .prepare(
        `SELECT (state ->> 'name') || ' ' || (body ->> 'partition') || ' ' || (body ->> 'record')
         FROM journal JOIN board_center ON kind = 'operator' AND id = by_operator
         WHERE type = 'record.viewed'`,
      )
      .pluck()
      .all() as string[],
  );
  const words = KEPT_PARTITIONS.flatMap((partition) => {
    const rows = db.prepare(`SELECT seq, record FROM ${KEPT_TABLES[partition]}`).all();
    return (rows as { seq: number; record: string }[]).map(({ seq, record }) => {
      return { text: JSON.stringify(keptWords(db, partition, seq)), record, partition };
    });
  });
  db.close();
  return [...told].flatMap(([role, heard]) =>
    // A marker may stand in two records of one kind: either was looked at.
    [...seen(heard)].flatMap((marker) => {
      const ways = words
        .filter(({ text }) => text.includes(marker))
        .map(({ partition, record }) => `${NAME_OF_ROLE[role]} ${partition} ${record}`);
      return ways.some((look) => looks.has(look)) ? [] : [`${marker} of ${ways.join(' or ')}`];
    }),
  );
}

describe('the markers', () => {
  test('are planted for every event that is kept apart, in every member and each partition', () => {
    const apart = Object.entries(EVENT_PARTITIONS).filter(([, line]) => line !== 'dispatch');
    expect(Object.keys(PLANTINGS).sort()).toEqual(apart.map(([type]) => type).sort());
    const atWork = withMarkers();
    const kept = KEPT_PARTITIONS.flatMap((partition) => {
      const table = KEPT_TABLES[partition];
      return (
        atWork.desk.db.prepare(`SELECT seq, type FROM ${table} JOIN journal USING (seq)`).all() as {
          seq: number;
          type: ProtectedType;
        }[]
      ).flatMap(({ seq, type }) =>
        membersApart(type).map((member) => {
          const words = JSON.stringify(keptWords(atWork.desk.db, partition, seq)?.[member]);
          return MARKERS.find((each) => each.partition === partition && words.includes(each.text));
        }),
      );
    });
    expect(new Set(kept)).toEqual(new Set<Marker | undefined>(MARKERS));
    expect(MARKERS.map(({ text }) => text)).toHaveLength(new Set(MARKERS).size);
    atWork.desk.close();
  });

  test('stand in no table in the open, but a draft with its writer', () => {
    const atWork = withMarkers();
    const tables = atWork.desk.db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all() as string[];
    expect(tables.length).toBeGreaterThan(15);
    const found = tables.flatMap((table) => {
      const text = JSON.stringify(atWork.desk.db.prepare(`SELECT * FROM "${table}"`).all());
      return MARKERS.filter((marker) =>
        // Inside a JSON text a quotation mark is escaped, and no marker has one.
        text.includes(marker.text),
      ).map(({ partition }) => `${table} holds ${partition}`);
    });
    expect(found).toEqual([]);
    atWork.desk.close();
  });
});

describe('every topic, asked by every role', () => {
  test.each(TOPICS)('%s tells nobody what is kept from them', (topic) => {
    const atWork = withMarkers();
    const ears = ROLES.map((role) => {
      const session = { ...atWork.as(NAME_OF_ROLE[role]), focus: incidentId };
      const heard: unknown[] = [];
      atWork.desk.feed(session, (message) => heard.push(message));
      return { role, heard };
    });
    const inputs = inputsOf(atWork, topic);
    for (const { role, heard } of ears) {
      const session = { ...atWork.as(NAME_OF_ROLE[role]), focus: incidentId };
      // The topic may sign somebody off: what it answers counts, and what all the others hear of it.
      for (const input of inputs) heard.push(atWork.desk.answer(topic, input, session));
    }
    const leaks = ears.flatMap(({ role, heard }) => leaked(role, heard).map((m) => [role, m]));
    expect(leaks).toEqual([]);
    atWork.desk.close();
    const told = ears.map(({ role, heard }) => [role, heard] as const);
    expect(notOnRecord(atWork.folder, new Map(told))).toEqual([]);
  });

  test('and shows each marker to whoever may read it, on record', () => {
    const everything = new Map<Role, unknown[]>(ROLES.map((role) => [role, []]));
    for (const topic of TOPICS.filter((each) => consoleContract[each].kind === 'query')) {
      const told = new Map<Role, unknown[]>(ROLES.map((role) => [role, []]));
      const atWork = withMarkers();
      const inputs = inputsOf(atWork, topic);
      for (const role of ROLES) {
        const session = atWork.as(NAME_OF_ROLE[role]);
        for (const input of inputs) told.get(role)?.push(atWork.desk.answer(topic, input, session));
      }
      atWork.desk.close();
      expect(notOnRecord(atWork.folder, told), topic).toEqual([]);
      for (const role of ROLES) everything.get(role)?.push(...(told.get(role) ?? []));
    }
    for (const role of ROLES) {
      const readable = MARKERS.filter(({ partition, shown }) => shown && mayRead(role, partition));
      expect([...seen(everything.get(role))].sort(), role).toEqual(
        readable.map(({ text }) => text).sort(),
      );
    }
  });

  test('a draft is its writer’s alone, also from somebody of the same role', () => {
    const atWork = withMarkers();
    const draftsOf = (name: string) =>
      JSON.stringify(atWork.do(atWork.as(name), 'draft.all', {})).includes(DRAFT);
    expect(['Pat', 'Dana', 'Cleo', 'Imani', 'Sam', 'Ada'].filter(draftsOf)).toEqual(['Cleo']);
    atWork.desk.close();
  });
});

describe('what leaves the window', () => {
  test('the wall board has no marker', () => {
    const atWork = withMarkers();
    const seat = atWork.desk.wall(() => {});
    expect(seat.board()).not.toBeNull();
    expect([...seen(seat.board())]).toEqual([]);
    seat.leave();
    atWork.desk.close();
  });

  test.each(ROLES)(
    'the paper of a %s has officer-safety cautions at most, and only who reads them',
    (role) => {
      const atWork = withMarkers();
      const kit = atWork.desk.paperKit(atWork.as(NAME_OF_ROLE[role]).operator);
      expect(kit.incidents).toHaveLength(1);
      expect(leaked(role, kit)).toEqual([]);
      const cautions = MARKERS.filter(({ type }) => type === 'caution.recorded');
      expect([...seen(kit)].sort()).toEqual(
        mayRead(role, 'justice') ? cautions.map(({ text }) => text).sort() : [],
      );
      atWork.desk.close();
    },
  );

  test.each(RECIPIENTS)(
    'a packet for %s has no more than they may get, whoever makes it',
    (recipient) => {
      const armed = recipient === 'police' || recipient === 'dispatch';
      // Written out a second time on purpose: without a consent, and by purpose.
      const opened = (purpose: Purpose): readonly KeptPartition[] => {
        const justice = armed && ['response', 'emergency'].includes(purpose);
        const medical = ['ems', 'field-team', 'hospital'].includes(recipient);
        const part2 = medical && purpose === 'emergency';
        return [
          ...(purpose === 'emergency' ? (['clinical'] as const) : []),
          ...(part2 ? (['part-2'] as const) : []),
          ...(justice ? (['justice'] as const) : []),
        ];
      };
      const atWork = withMarkers();
      const got = new Set<KeptPartition>();
      for (const role of ROLES)
        for (const purpose of PURPOSES) {
          const request = { incidentId, recipient, receiver: null, purpose };
          const told = atWork.desk.answer(
            'disclosure.preview',
            request,
            atWork.as(NAME_OF_ROLE[role]),
          );
          expect(told.ok).toBe(may(role, 'share-packet'));
          expect(leaked(role, told)).toEqual([]);
          const markers = seen(told);
          for (const { text, partition } of MARKERS.filter((each) => markers.has(each.text))) {
            expect(opened(purpose), `${text} for ${purpose}`).toContain(partition);
            got.add(partition);
          }
        }
      expect(got.has('justice')).toBe(armed);
      expect(got.has('part-2')).toBe(opened('emergency').includes('part-2'));
      atWork.desk.close();
    },
  );

  test('a packet on the command line has no marker without a consent', async () => {
    const atWork = withMarkers();
    const number = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!.number;
    atWork.desk.close();
    const asked = ['packet', String(number), '--to', '988', '--by', 'Cleo'];
    const ran = await commandLine(...asked, '--data', atWork.folder);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('left out');
    expect(`${ran.out}${ran.err}`).not.toContain('planted ');
  });

  test.each(['audit', 'replay', 'route'])('desk %s prints no marker', async (command) => {
    const atWork = withMarkers();
    atWork.desk.close();
    const ran = await commandLine(command, '--data', atWork.folder);
    expect(ran.code).not.toBe(2);
    expect(ran.out).not.toBe('');
    expect(`${ran.out}${ran.err}`).not.toContain('planted');
  });

  test('nothing that was asked stands in the log', () => {
    expect(logged.length).toBeGreaterThan(TOPICS.length);
    expect(logged.filter((line) => line.defect !== null)).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain('planted ');
  });
});
