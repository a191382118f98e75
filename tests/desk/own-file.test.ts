import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { ownFile } from '#main/desk/own-file.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe.skipIf(process.platform === 'win32')('what is kept of callers', () => {
  test('stands in a folder that only its owner may enter', () => {
    const folder = join(temporaryFolder(), 'center');
    expect(ownFile(folder, 'caredesk.sqlite')).toBe(join(folder, 'caredesk.sqlite'));
    expect(modeOf(folder)).toBe(0o700);
  });

  test('is closed to others where an older CareDesk left it open, and stays open to a group of its own', () => {
    const folder = temporaryFolder();
    for (const [name, mode] of [
      ['caredesk.sqlite', 0o644],
      ['caredesk.sqlite-wal', 0o664],
      ['caredesk.sqlite-shm', 0o600],
      ['somebody-elses.txt', 0o644],
    ] as const) {
      writeFileSync(join(folder, name), '');
      chmodSync(join(folder, name), mode);
    }
    ownFile(folder, 'caredesk.sqlite');
    expect(modeOf(join(folder, 'caredesk.sqlite'))).toBe(0o640);
    expect(modeOf(join(folder, 'caredesk.sqlite-wal'))).toBe(0o660);
    expect(modeOf(join(folder, 'caredesk.sqlite-shm'))).toBe(0o600);
    expect(modeOf(join(folder, 'somebody-elses.txt'))).toBe(0o644);
  });

  test('a folder that was there keeps the rights somebody gave it', () => {
    const folder = join(temporaryFolder(), 'shared');
    mkdirSync(folder);
    chmodSync(folder, 0o750);
    ownFile(folder, 'caredesk.sqlite');
    expect(modeOf(folder)).toBe(0o750);
  });
});
