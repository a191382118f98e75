import BetterSqlite3 from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { eidoText } from '../../support/eido-examples.ts';
import { freePort, post } from '../../support/sent-documents.ts';
import { openCenter } from '../center/center-on-shift.ts';
import { openBoard } from '../center/large-board.ts';
import { newPair, type Measure, type Pair } from '../measure.ts';
import { quantileOf } from '../statistics.ts';
import { framesFor } from '../window/frames.ts';
import { signedOn } from '../window/signed-on.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { LISTENER_LIMITS } from '#shared/intake-line/line-setting.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const BOARD = { units: 40, open: 100, waiting: 3 };
const ROUNDS = 8;
const DOCUMENTS = 500;
/** A neighboring center sends an incident once and then what changes in it. */
const UPDATES_OF_EACH = 4;
const CONNECTIONS = 24;
/** What was asked for; the screen gives a frame every 16.7 ms. */
const ASKED_MS = 20;
const TOKEN = 'a-token-of-the-benchmark';

/**
 * Incident documents a second that another program posts to the running console, each answered when it is
 * on the disk, beside the least that makes the same documents durable: a row in a file of its own, one
 * transaction each. Meanwhile the frames of the board.
 */
export const measure: Measure = {
  name: 'eido-intake',
  unit: 'per s',
  better: 'larger',
  budget: 1 / 0.3,
  take: async (bench) => {
    const folder = bench.folder('data');
    openBoard(folder, BOARD);
    const port = await freePort();
    listenAt(folder, port);
    const console = await signedOn(folder);
    const insert = bareDocuments(join(bench.folder('bare'), 'bare.sqlite'));
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const send = async (texts: readonly string[]): Promise<number> => {
      const waiting = [...texts];
      const began = performance.now();
      const oneAfterTheOther = async () => {
        for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
          const { status, body } = await post({ address: '127.0.0.1', port }, text, {
            token: TOKEN,
            agent,
          });
          if (status !== 200 && status !== 201)
            throw new Error(`A document was answered ${status}: ${String(body['why'])}`);
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, oneAfterTheOther));
      return (1000 * texts.length) / (performance.now() - began);
    };
    // Warms both up, and waits until somebody listens.
    await until(() => send(documentsOfRound(-1)));
    insert(documentsOfRound(-1));

    const rates = newPair();
    const frames: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const texts = documentsOfRound(round);
      const expectedMs = (1000 * DOCUMENTS) / (rates.value.at(-1) ?? 500);
      const [rate, apart] = await Promise.all([send(texts), framesFor(console, expectedMs)]);
      rates.value.push(rate);
      frames.push(apart);
      rates.baseline.push(insert(texts));
    }
    agent.destroy();
    const all = frames.flat();
    const p99: Pair = {
      value: [quantileOf(all, 0.99)],
      baseline: [ASKED_MS],
      budget: 1,
      better: 'smaller',
    };
    return {
      ...rates,
      also: { boardFrameP99BesideAsked: p99 },
      facts: {
        documents: ROUNDS * DOCUMENTS,
        ofThemNewIncidents: (ROUNDS * DOCUMENTS) / (1 + UPDATES_OF_EACH),
        bytesEach: Buffer.byteLength(documentsOfRound(0)[0] ?? ''),
        connections: CONNECTIONS,
        frames: all.length,
        framesLongerThanAsked: all.filter((each) => each > ASKED_MS).length,
      },
    };
  },
};

/** The center lets one program in, by this computer only. */
function listenAt(folder: string, port: number): void {
  const { desk } = openCenter(folder);
  const most = (limit: keyof typeof LISTENER_LIMITS) => LISTENER_LIMITS[limit].most;
  desk.record(
    [
      {
        type: 'intake-line.set',
        lineId: 'neighbor' as IntakeLineId,
        name: 'Neighbor',
        on: true,
        setting: {
          kind: 'eido-listener',
          address: '127.0.0.1',
          port,
          tls: null,
          access: { by: 'token', tokenHash: createHash('sha256').update(TOKEN).digest('hex') },
          limits: {
            documentBytes: most('documentBytes'),
            perMinute: most('perMinute'),
            connections: most('connections'),
            connectionsPerAddress: most('connectionsPerAddress'),
          },
        },
      },
    ],
    DESK_OPERATOR,
  );
  desk.close();
}

/** Incidents of a neighbor, and then what changes in each of them, a minute apart: `DOCUMENTS` in all. */
function documentsOfRound(round: number): string[] {
  const incidents = DOCUMENTS / (1 + UPDATES_OF_EACH);
  return Array.from({ length: DOCUMENTS }, (_, each) => {
    const report = Math.floor(each / incidents);
    const at = new Date(Date.UTC(2026, 2, 3, 12, report)).toISOString();
    return eidoText(
      { lastUpdateTimeStamp: at, incidentTypeInternalText: `Suicidal subject, report ${report}` },
      { $id: `urn:emergency:uid:incidentid:b${round}-${each % incidents}:riverside.example` },
    );
  });
}

/** Inserts per second, each text a transaction of its own. */
function bareDocuments(file: string): (texts: readonly string[]) => number {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE document (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO document (body) VALUES (?)');
  return (texts) => {
    const began = performance.now();
    for (const text of texts) insert.run(text);
    return (1000 * texts.length) / (performance.now() - began);
  };
}

/** The listener opens a moment after the board stands. */
async function until(listens: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await listens();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('Nobody listens after ten seconds.');
}
