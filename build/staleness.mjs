// Whether a built target still matches its sources: by content, because a checkout changes times.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const stampName = '.built-from';

/** One hash over the names and contents of files and, for folders, all files in them. */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256');
  for (const name of inputs.flatMap((input) => filesIn(root, input)).sort()) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(root, input) {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [input];
  return readdirSync(path).flatMap((name) => filesIn(root, `${input}/${name}`));
}

/** Whether `output` must be built again for this fingerprint. */
export function isStale(output, print) {
  const stamp = join(dirname(output), stampName);
  return !existsSync(output) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== print;
}

/** Written after a build: the bundler empties the folder first, so a failed one leaves none. */
export function stampBuilt(output, print) {
  writeFileSync(join(dirname(output), stampName), print);
}
