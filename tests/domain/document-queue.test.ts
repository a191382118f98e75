import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eidoText } from '../support/eido-examples.ts';
import { DocumentQueue, type Batch } from '#main/intake/eido/document-queue.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import type { CallId } from '#shared/lib/brand.ts';

const DOCUMENT = readEido(eidoText()) as EidoDocument;
const taken = (callNumber: number) =>
  ({ ok: true, what: 'new-call', callId: 'c' as CallId, incidentId: null, callNumber }) as const;

/** A queue and the batches the desk has got. */
function queue() {
  const sent: Batch[] = [];
  return { sent, queue: new DocumentQueue((batch) => sent.push(batch)) };
}

const some = (count: number) => Array.from({ length: count }, () => DOCUMENT);

test('one alone does not wait; what comes meanwhile is the next batch', () => {
  const { sent, queue: line } = queue();
  line.offer(some(1), 'a');
  line.offer(some(1), 'b');
  line.offer(some(2), 'c');
  expect(sent.map(({ documents }) => documents.length)).toEqual([1]);
  line.settle(1, [taken(1)], 1);
  expect(sent[1]).toMatchObject({ batch: 2, from: ['b', 'c', 'c'] });
});

test('a batch is as large as the desk can take, and never so small that the disk is all it waits for', () => {
  const { sent, queue: line } = queue();
  line.offer(some(300), 'a');
  const settle = (ms: number) => {
    const { batch, documents } = sent.at(-1)!;
    line.settle(
      batch,
      documents.map(() => taken(1)),
      ms,
    );
    return sent.at(-1)!.documents.length;
  };
  expect(sent[0]?.documents).toHaveLength(16);
  expect(settle(1)).toBe(32);
  expect(settle(1)).toBe(64);
  expect(settle(1)).toBe(64);
  expect(settle(40)).toBe(19);
  expect(settle(500)).toBe(16);
});

test('whatever is offered and settled, each sender hears of its own documents and of all of them', async () => {
  const steps = fc.array(fc.record({ offer: fc.integer({ min: 0, max: 60 }), ms: fc.nat(60) }), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (each) => {
      const { sent, queue: line } = queue();
      const answers: Promise<unknown>[] = [];
      let offered = 0;
      let settled = 0;
      for (const { offer, ms } of each) {
        const answer = offer === 0 ? null : line.offer(some(offer), String(answers.length));
        if (answer !== null) {
          answers.push(answer);
          offered += offer;
        }
        const batch = sent[settled];
        if (batch === undefined) continue;
        settled += 1;
        line.settle(
          batch.batch,
          batch.documents.map(() => taken(settled)),
          ms,
        );
      }
      for (; sent[settled] !== undefined; settled += 1) {
        const { batch, documents } = sent[settled]!;
        line.settle(
          batch,
          documents.map(() => taken(1)),
          1,
        );
      }
      const heard = await Promise.all(answers);
      expect(heard.flat()).toHaveLength(offered);
      expect(sent.flatMap(({ documents }) => documents)).toHaveLength(offered);
      const inOrder = sent.flatMap(({ from }) => from.map(Number));
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});

test('a full batch follows before the last is committed, and no more than one', () => {
  const { sent, queue: line } = queue();
  line.offer(some(300), 'a');
  expect(sent.map(({ batch, documents }) => [batch, documents.length])).toEqual([
    [1, 16],
    [2, 16],
  ]);
});

test('an answer is given when its own batch is committed, whatever else is under way', async () => {
  const { sent, queue: line } = queue();
  const [first, second] = [line.offer(some(16), 'a'), line.offer(some(16), 'b')];
  const heard: string[] = [];
  void first?.then(() => heard.push('a'));
  void second?.then(() => heard.push('b'));
  expect(sent).toHaveLength(2);
  await Promise.resolve();
  expect(heard, 'nothing is committed yet').toEqual([]);
  line.settle(
    1,
    sent[0]!.documents.map(() => taken(1)),
    1,
  );
  await first;
  expect(heard).toEqual(['a']);
  line.settle(
    2,
    sent[1]!.documents.map(() => taken(2)),
    1,
  );
  expect((await second)?.map((each) => each)).toEqual(some(16).map(() => taken(2)));
});

test('more than it can hold is not taken, and what is settled twice counts once', async () => {
  const { sent, queue: line } = queue();
  const first = line.offer(some(300), 'a');
  expect(first).not.toBeNull();
  expect(line.offer(some(200), 'b')).toBeNull();
  line.settle(
    1,
    sent[0]!.documents.map(() => taken(1)),
    1,
  );
  const before = sent.length;
  line.settle(1, [], 1);
  expect(sent).toHaveLength(before);
});
