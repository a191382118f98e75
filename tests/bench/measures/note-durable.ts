import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { bareUpsert } from '../bare-upsert.ts';
import { openCenter, talking } from '../center/center-on-shift.ts';
import { newPair, type Bench, type Measure } from '../measure.ts';
import { quantileOf } from '../statistics.ts';
import { atTheNotes } from '../window/at-the-notes.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';

const SAMPLES = 300;
const WARM_UP = 40;
/** What stands in the field at the end. Each batch has some letters more: the same text again costs nothing. */
const LONGEST = 5_000;
const WORDS = 'She has not slept since Sunday and hears steps on the stairs. '.repeat(90);
/** What a power cut may cost. */
const ASKED_MS = 1_000;
const LETTERS = 240;
const EVERY_MS = 50;

/**
 * A batch of half-typed text made durable, from the desk's door to the answer, beside the same bytes written
 * over in a file of its own. And from the key to the disk, in a window, while somebody types without
 * a pause: held against the second that may be lost.
 */
export const measure: Measure = {
  name: 'note-durable',
  unit: 'ms',
  better: 'smaller',
  budget: 2,
  take: async (bench) => {
    const center = openCenter(bench.folder('center'));
    const incidentId = talking(center, 1);
    const upsert = bareUpsert(join(bench.folder('bare'), 'bare.sqlite'));
    const batches = newPair();
    for (let index = -WARM_UP; index < SAMPLES; index += 1) {
      const share = (index + WARM_UP + 1) / (SAMPLES + WARM_UP);
      const text = WORDS.slice(0, Math.round(LONGEST * share));
      const draft = {
        typist: center.cleo.operator?.operatorId,
        subject: `incident/${incidentId}`,
        field: 'note.today',
        text,
        over: '',
        typedAt: new Date().toISOString(),
      };
      const value = timed(() => {
        const reply = center.desk.answer('draft.save', draft, center.cleo);
        if (!reply.ok) throw new Error(reply.because);
      });
      const baseline = timed(() => upsert(text));
      if (index < 0) continue;
      batches.value.push(value);
      batches.baseline.push(baseline);
    }
    center.desk.close();
    const waits = await keyToDisk(bench);
    return {
      ...batches,
      also: {
        keyToDisk: { value: waits, baseline: [ASKED_MS] },
        worstKeyToDisk: { value: [quantileOf(waits, 1)], baseline: [ASKED_MS], budget: 1 },
      },
      facts: { letters: waits.length, lettersASecond: 1000 / EVERY_MS },
    };
  },
};

/** For each letter, how long until another process reads it from the disk. */
async function keyToDisk(bench: Bench): Promise<number[]> {
  const folder = bench.folder('typed');
  const center = openCenter(folder);
  talking(center, 1);
  center.desk.close();
  const window = await atTheNotes(folder);
  const db = new BetterSqlite3(join(folder, DATABASE_FILE), { readonly: true });
  const length = db.prepare("SELECT length(text) FROM drafts WHERE field = 'note.today'").pluck();
  await window.run(KEYS_ARE_TIMED);
  const seen: number[] = [];
  const look = () => {
    const now = Date.now();
    const there = Number(length.get() ?? 0);
    while (seen.length < there) seen.push(now);
  };
  const timer = setInterval(look, 1);
  try {
    await window.type('x'.repeat(LETTERS), EVERY_MS);
    const until = Date.now() + 3 * ASKED_MS;
    while (seen.length < LETTERS && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    clearInterval(timer);
    db.close();
  }
  const struck = await window.run<number[]>('window.struck');
  await window.quit();
  if (seen.length !== LETTERS || struck.length !== LETTERS)
    throw new Error(`Of ${LETTERS} letters ${struck.length} were struck and ${seen.length} kept.`);
  return struck.map((at, index) => (seen[index] as number) - at);
}

/** On the wall clock, because the disk is read by another process. */
const KEYS_ARE_TIMED = `
  window.struck = [];
  window.addEventListener(
    'keydown',
    (event) => window.struck.push(performance.timeOrigin + event.timeStamp),
    { capture: true },
  );
  undefined;
`;

function timed(act: () => void): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}
