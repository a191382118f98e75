// electron-builder copies an unpacked runtime as it is, with what only development needs.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

export default async function removeDevelopmentParts({ appOutDir }) {
  for (const name of ['version', 'resources/default_app.asar']) {
    await rm(join(appOutDir, name), { force: true });
  }
}
