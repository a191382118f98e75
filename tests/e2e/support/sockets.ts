import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

/** A socket of the internet families, open or half open. Linux only: it is read from where the kernel tells it. */
export interface NetworkSocket {
  readonly family: 'tcp' | 'tcp6' | 'udp' | 'udp6' | 'raw' | 'raw6';
  readonly pid: number;
  readonly localPort: number;
  readonly remotePort: number;
  readonly loopback: boolean;
}

const FAMILIES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const;
const LOOPBACK = new Set(['0100007F', '00000000000000000000000001000000']);

function socketsOf(app: ElectronApplication): NetworkSocket[] {
  return networkSockets(familyOf(app.process().pid ?? 0));
}

/** The ports whoever drives this window listens through, right after its start. */
export function driversDoors(app: ElectronApplication): number[] {
  const listening = socketsOf(app).filter(({ loopback, remotePort }) => loopback && !remotePort);
  return [...new Set(listening.map(({ localPort }) => localPort))];
}

/** Every other network socket of the application. */
export function otherSockets(app: ElectronApplication, doors: readonly number[]): NetworkSocket[] {
  return socketsOf(app).filter(({ localPort }) => !doors.includes(localPort));
}

/** A process and everything it started: window, GPU, network and utility processes. */
export function familyOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [root];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
}

/** Every network socket these processes hold now. */
export function networkSockets(pids: readonly number[]): NetworkSocket[] {
  const holders = new Map(
    pids.flatMap((pid) => inodesOf(pid).map((inode) => [inode, pid] as const)),
  );
  return FAMILIES.flatMap((family) =>
    linesOf(`/proc/net/${family}`)
      .slice(1)
      .flatMap((line) => {
        const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
        const pid = holders.get(inode);
        if (pid === undefined) return [];
        const [address = '', port = ''] = local.split(':');
        const [localPort, remotePort] = [port, remote.split(':')[1] ?? ''].map((each) =>
          Number.parseInt(each, 16),
        ) as [number, number];
        return [{ family, pid, localPort, remotePort, loopback: LOOPBACK.has(address) }];
      }),
  );
}

function parentOf(pid: number): number | null {
  // The name in brackets may hold anything; the parent is the second word after it.
  const parent = linesOf(`/proc/${pid}/stat`)[0]?.split(') ').at(-1)?.split(' ')[1];
  return parent === undefined ? null : Number(parent);
}

function inodesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
        return inode === undefined ? [] : [inode];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** Nothing of what has ended meanwhile. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
