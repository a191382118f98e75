import BetterSqlite3 from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { eidoText } from '../../support/eido-examples.ts';
import { freePort } from '../../support/sent-documents.ts';
import { openCenter } from '../center/center-on-shift.ts';
import { openBoard } from '../center/large-board.ts';
import { httpSender, socketSender, type Send, type SenderTo } from '../center/document-senders.ts';
import { newPair, type Measure, type Pair } from '../measure.ts';
import { quantileOf } from '../statistics.ts';
import { framesFor } from '../window/frames.ts';
import { signedOn } from '../window/signed-on.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { LISTENER_LIMITS } from '#shared/intake-line/line-setting.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const BOARD = { units: 40, open: 100, waiting: 3 };
const ROUNDS = 8;
const DOCUMENTS = 1_000;
/** A neighboring center sends an incident once and then what changes in it. */
const UPDATES_OF_EACH = 4;
/** What was asked for; the screen gives a frame every 16.7 ms. */
const ASKED_MS = 20;
const TOKEN = 'a-token-of-the-benchmark';

/**
 * Incident documents a second that another program sends to the running console over one WebSocket, many of them
 * under way, each answered when it is on the disk; beside the least that makes the same documents durable: a row in a
 * file of its own, one transaction each. Meanwhile the frames of the board. `overHttp` is the same with a request for
 * each document.
 */
export const measure: Measure = {
  name: 'eido-intake',
  unit: 'per s',
  better: 'larger',
  budget: 1 / 0.3,
  take: async (bench) => {
    const insert = bareDocuments(join(bench.folder('bare'), 'bare.sqlite'));
    const socket = await sentBy(socketSender, { folder: bench.folder('data'), insert });
    const http = await sentBy(httpSender, { folder: bench.folder('http'), insert });
    return {
      ...socket.rates,
      also: {
        boardFrameP99BesideAsked: { ...againstAsked(socket.frames), budget: 1 },
        overHttp: http.rates,
        boardFrameP99OverHttpBesideAsked: againstAsked(http.frames),
      },
      facts: {
        documents: ROUNDS * DOCUMENTS,
        ofThemNewIncidents: (ROUNDS * DOCUMENTS) / (1 + UPDATES_OF_EACH),
        bytesEach: Buffer.byteLength(documentsOfRound(0)[0] ?? ''),
        frames: socket.frames.length,
        framesLongerThanAsked: socket.frames.filter((each) => each > ASKED_MS).length,
      },
    };
  },
};

interface Taken {
  readonly rates: ReturnType<typeof newPair>;
  readonly frames: readonly number[];
}

/** A console of its own for each way in, so that both begin with the same board. */
async function sentBy(
  senderTo: SenderTo,
  { folder, insert }: { readonly folder: string; readonly insert: Send<number> },
): Promise<Taken> {
  openBoard(folder, BOARD);
  const port = await freePort();
  listenAt(folder, port);
  const console = await signedOn(folder);
  const sender = await until(async () => {
    const opened = await senderTo({ port, token: TOKEN });
    // Warms both up.
    await opened.send(documentsOfRound(-1));
    return opened;
  });
  insert(documentsOfRound(-1));
  const rates = newPair();
  const frames: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const texts = documentsOfRound(round);
    const expectedMs = (1000 * DOCUMENTS) / (rates.value.at(-1) ?? 1_000);
    const began = performance.now();
    const sent = sender.send(texts).then(() => performance.now() - began);
    const [ms, apart] = await Promise.all([sent, framesFor(console, expectedMs)]);
    rates.value.push((1000 * DOCUMENTS) / ms);
    frames.push(...apart);
    rates.baseline.push(insert(texts));
  }
  sender.close();
  await console.quit();
  return { rates, frames };
}

function againstAsked(frames: readonly number[]): Pair {
  return { value: [quantileOf(frames, 0.99)], baseline: [ASKED_MS], better: 'smaller' };
}

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
function bareDocuments(file: string): Send<number> {
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
async function until<T>(opens: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await opens();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('Nobody listens after ten seconds.');
}
