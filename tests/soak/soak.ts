// `npm run --silent soak [-- --days N --minutes N --picture FILE --snapshots FOLDER]`: a simulated week through the
// real window. `-- --from ANSWER --picture FILE` draws an answer that was kept.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answerOf, asText, readAnswer } from './answer.ts';
import { soakPicture } from './soak-picture.ts';
import { livedThrough } from './week.ts';
import { cacheFolder } from '../bench/cache-folder.ts';
import { quitAll } from '../bench/window/electron-window.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      days: { type: 'string' },
      minutes: { type: 'string' },
      picture: { type: 'string' },
      snapshots: { type: 'string' },
      from: { type: 'string' },
    },
  });
  if (values.from !== undefined) return drawn(values.from, values.picture);
  const [days, minutes] = [Number(values.days ?? 7), Number(values.minutes ?? 7)];
  if (!(days > 0) || !(minutes > 0)) {
    process.stderr.write('soak: --days and --minutes are numbers above nothing.\n');
    return 2;
  }
  mkdirSync(cacheFolder('work'), { recursive: true });
  const folder = mkdtempSync(cacheFolder('work', 'soak-'));
  const snapshots = values.snapshots === undefined ? null : resolve(values.snapshots);
  if (snapshots !== null) mkdirSync(snapshots, { recursive: true });
  try {
    const answer = answerOf(await livedThrough({ days, minutes, folder, snapshots }));
    process.stdout.write(`${asText(answer)}\n`);
    if (values.picture !== undefined) writeFileSync(resolve(values.picture), soakPicture(answer));
    for (const each of answer.wrong) process.stderr.write(`soak: ${each}\n`);
    return answer.ok ? 0 : 1;
  } finally {
    await quitAll();
    for (const each of [folder, `${folder}-copies`])
      rmSync(each, { recursive: true, force: true, maxRetries: 3 });
  }
}

function drawn(from: string, picture: string | undefined): number {
  if (picture === undefined) {
    process.stderr.write('soak: --from takes --picture FILE, where it is drawn to.\n');
    return 2;
  }
  const answer = readAnswer(readFileSync(resolve(from), 'utf8'));
  if (answer === null) {
    process.stderr.write(`soak: ${from} is no answer of a soak. Keep what it prints: > FILE.\n`);
    return 2;
  }
  writeFileSync(resolve(picture), soakPicture(answer));
  return 0;
}

process.exitCode = await main();
