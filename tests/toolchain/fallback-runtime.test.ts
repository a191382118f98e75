import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal, UNTRUSTED } from '../../build/narrate.mjs';
import { mustCompile } from '../../build/native-build.mjs';
import { asarArchive, tarMember, unpackInto, zipEntries } from '../../build/runtime/archive.mjs';
import { setFuses, stockFuses } from '../../build/runtime/fuses.mjs';
import { checkIntegrity } from '../../build/runtime/registry-runtime.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caredesk-runtime-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('bytes other than the pinned ones are refused, naming both hashes', () => {
  const pinned = `sha512-${createHash('sha512').update('genuine').digest('base64')}`;
  checkIntegrity(Buffer.from('genuine'), pinned, 'the runtime');
  let refusal: unknown;
  try {
    checkIntegrity(Buffer.from('genuinf'), pinned, 'the runtime');
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ exitCode: UNTRUSTED });
  expect(String(refusal)).toContain(pinned);
  expect(String(refusal)).toMatch(/received sha512-(?!.*received)/);
});

test('a member is found in a tar archive, past other members', () => {
  writeFileSync(join(folder, 'first'), 'x'.repeat(1300));
  writeFileSync(join(folder, 'second'), 'wanted');
  execFileSync('tar', ['--format=ustar', '-cf', 'a.tar', 'first', 'second'], { cwd: folder });
  const tar = readFileSync(join(folder, 'a.tar'));
  expect(tarMember(tar, 'second').toString()).toBe('wanted');
  expect(tarMember(tar, 'third')).toBeUndefined();
});

/** One entry; its local header carries an extra field that its directory entry lacks. */
function zipOf(name: string, content: string, mode: number): Buffer {
  const body = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(name.length, 26);
  local.writeUInt16LE(4, 28);
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(body.length, 20);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE((0o100000 | mode) * 0x10000, 38);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + 4 + body.length, 16);
  const localExtra = Buffer.alloc(4);
  return Buffer.concat([local, Buffer.from(name), localExtra, body, entry, Buffer.from(name), end]);
}

test('a zip entry keeps its bytes and its permissions', () => {
  const [entry] = zipEntries(zipOf('bin/desk', 'hello '.repeat(50), 0o755));
  expect(entry.name).toBe('bin/desk');
  expect(entry.mode).toBe(0o755);
  expect(entry.bytes().toString()).toBe('hello '.repeat(50));
});

test('what is no zip archive is said to be none', () => {
  expect(() => [...zipEntries(Buffer.from('<html>proxy error</html>'))]).toThrow('not a zip');
});

test('an archive cannot write outside its folder', () => {
  unpackInto(folder, 'a/b', 'fine', 0o644);
  expect(readFileSync(join(folder, 'a/b'), 'utf8')).toBe('fine');
  expect(() => unpackInto(folder, '../escaped', 'bad', 0o644)).toThrow('points outside');
  expect(existsSync(join(folder, '../escaped'))).toBe(false);
});

test('an asar archive says where each of its files lies', () => {
  const asar: Buffer = asarArchive({ 'package.json': '{"é":1}', 'main.js': 'run()' });
  const bodies = 8 + asar.readUInt32LE(4);
  const header = asar.toString('utf8', 16, 16 + asar.readUInt32LE(12));
  const { files } = JSON.parse(header) as {
    files: Record<string, { size: number; offset: string }>;
  };
  const read = (name: string) => {
    const from = bodies + Number(files[name]?.offset);
    return asar.toString('utf8', from, from + Number(files[name]?.size));
  };
  expect(read('package.json')).toBe('{"é":1}');
  expect(read('main.js')).toBe('run()');
});

test('fuses are set behind their marker and nowhere else', () => {
  const program = (fuses: string) =>
    Buffer.from(`code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x08${fuses} more code`, 'latin1');
  const bytes = program('11001010');
  setFuses(bytes, stockFuses);
  expect(bytes).toEqual(program(stockFuses));
});

test('an executable with other fuses than known is left alone', () => {
  const nine = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09110010101', 'latin1');
  expect(() => setFuses(nine, stockFuses)).toThrow('9 fuses');
  expect(() => setFuses(Buffer.from('#!/bin/sh'), stockFuses)).toThrow('not an Electron');
});

test.each([
  ['9', '33.2.1', true],
  ['9', '45.4.1', true],
  ['10', '33.2.1', true],
  ['10', '45.4.1', false],
  ['10', undefined, false],
])('Node-API %s beside Electron %s: compile SQLite = %s', (nodeApi, electron, expected) => {
  expect(mustCompile(nodeApi, electron)).toBe(expected);
});
