import { writeSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openDatabase, type Database } from '#db/open-database.ts';
import { copyByKey, takePlace } from '#db/store-key/recrypt.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

type Asked = [file: string, from: StoreKey, to: StoreKey];

// Encrypts a store anew in a thread and goes on writing meanwhile, as a desk does; says every entry that is on the
// disk, and waits to be killed.
if (isMainThread) begin(process.argv.slice(2) as Asked);
else {
  copyByKey(...(workerData as Asked));
  parentPort?.postMessage('copied');
}

function begin(asked: Asked): void {
  const [file, from, to] = asked;
  let store = openDatabase(file, { key: from });
  const thread = new Worker(new URL(import.meta.url), { workerData: asked });
  thread.once('message', () => {
    writeSync(1, 'copied\n');
    store.close();
    takePlace(file, from, to);
    store = openDatabase(file, { key: to });
    writeSync(1, 'exchanged\n');
  });
  writeSync(1, 'begun\n');
  setInterval(() => write(store), 1);
}

/** An entry, words and their key, as one command writes them; a half-typed line beside it. */
function write(store: Database): void {
  const seq = store.transaction(() => {
    const last = store.prepare('SELECT MAX(seq) FROM journal').pluck().get() as number;
    const at = last + 1;
    store
      .prepare("INSERT INTO journal VALUES (?, 'at', 'by', 'p', 's', 't', NULL, '{}', x'00')")
      .run(at);
    store
      .prepare("INSERT INTO kept_clinical VALUES (?, x'', '', ?, x'01')")
      .run(at, `incident/${at}`);
    store.prepare("INSERT INTO word_keys VALUES ('clinical', ?, x'02')").run(`incident/${at}`);
    return at;
  })();
  store
    .prepare(
      `INSERT INTO drafts (operator_id, subject, field, text, saved_at, settled)
       VALUES ('dana', 's', 'f', ?, 'at', 0)
       ON CONFLICT (operator_id, subject, field) DO UPDATE SET text = excluded.text`,
    )
    .run(String(seq));
  writeSync(1, `${seq}\n`);
}
