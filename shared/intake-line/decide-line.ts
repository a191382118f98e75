import type { IntakeLine, IntakeLineEvent } from './intake-line.ts';
import {
  LISTENER_LIMITS,
  type EidoListenerSetting,
  type ListenerLimits,
  type LineSetting,
  type WantedSetting,
} from './line-setting.ts';
import { addressWithPort, reachOf } from './network-address.ts';
import type { IntakeLineId } from '../lib/brand.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** A center has a handful; each open socket is one more door to watch. */
export const MOST_LINES = 20;

export interface WantedLine {
  readonly lineId: IntakeLineId;
  readonly name: string;
  readonly on: boolean;
  readonly setting: WantedSetting;
}

/** Adds a line, or changes it. What stands as wanted already is not written again. */
export function setLine(
  lines: readonly IntakeLine[],
  { lineId, name, on, setting: wanted }: WantedLine,
): IntakeLineEvent[] | Refusal {
  const line = lines.find((each) => each.lineId === lineId) ?? null;
  const others = lines.filter((each) => each.lineId !== lineId);
  if (line === null && others.length >= MOST_LINES)
    return no('too-many-lines', `There are ${MOST_LINES} intake lines, and no more are kept`);
  if (others.some((each) => sameName(each.name, name)))
    return no(
      'name-taken',
      `Another intake line is called “${name}”. Give this one a name of its own`,
    );
  const setting = withToken(line, wanted);
  const fault = faultOf(setting) ?? (on ? notReady(setting, others) : null);
  if (fault !== null) return fault;
  if (line !== null && line.name === name && line.on === on && isSame(line.setting, setting))
    return [];
  return [{ type: 'intake-line.set', lineId, name, on, setting }];
}

export function removeLine(line: IntakeLine | null): IntakeLineEvent[] | Refusal {
  if (line === null) return unknownLine();
  // Taking a door away while somebody comes through it is two acts, so that the second is meant.
  if (line.on)
    return no('line-is-on', `“${line.name}” is switched on. Switch it off first, then remove it`);
  return [{ type: 'intake-line.removed', lineId: line.lineId }];
}

/** From now on only the new token opens the line. */
export function replaceToken(
  line: IntakeLine | null,
  tokenHash: string,
): IntakeLineEvent[] | Refusal {
  if (line === null) return unknownLine();
  const { lineId, name, on, setting } = line;
  if (setting.kind !== 'eido-listener' || setting.access.by !== 'token')
    return no('no-token-line', `“${name}” is not opened by a token. Set it so first`);
  const access = { by: 'token', tokenHash } as const;
  return [{ type: 'intake-line.set', lineId, name, on, setting: { ...setting, access } }];
}

export function seeAttempts(line: IntakeLine | null): IntakeLineEvent[] | Refusal {
  if (line === null) return unknownLine();
  return line.attempts === null ? [] : [{ type: 'intake-line.attempts-seen', lineId: line.lineId }];
}

/** The token stays when something else of the line is changed. */
function withToken(line: IntakeLine | null, wanted: WantedSetting): LineSetting {
  if (wanted.kind !== 'eido-listener') return wanted;
  const { access } = wanted;
  if (access.by === 'client-certificate') return { ...wanted, access };
  const before = line?.setting.kind === 'eido-listener' ? line.setting.access : null;
  const tokenHash = before?.by === 'token' ? before.tokenHash : null;
  return { ...wanted, access: { by: 'token', tokenHash } };
}

function faultOf(setting: LineSetting): Refusal | null {
  switch (setting.kind) {
    case 'eido-listener':
      return faultOfAddress(setting.address) ?? faultOfListener(setting);
    case 'ali-spill':
      return setting.role === 'listen' ? faultOfAddress(setting.host) : null;
    case 'watched-folder':
      return null;
  }
}

function faultOfAddress(address: string): Refusal | null {
  switch (reachOf(address)) {
    case 'this-computer':
    case 'local-network':
      return null;
    case 'everywhere':
      return no(
        'listens-everywhere',
        `${address} would listen on every network this computer is on. Name the one address the other system sends to`,
      );
    case 'public':
      return no(
        'public-address',
        `${address} is an address on the internet. Name 127.0.0.1, or this computer’s address on the center’s own network`,
      );
    case 'unknown':
      return no(
        'no-address',
        `“${address}” is no network address. Write it in numbers, such as 127.0.0.1 or 10.0.4.20`,
      );
  }
}

function faultOfListener({ address, tls, access, limits }: EidoListenerSetting): Refusal | null {
  if (tls === null && reachOf(address) !== 'this-computer')
    return no(
      'tls-needed',
      `On ${address} everybody on the network could read along. Name a certificate and its key, or listen on 127.0.0.1`,
    );
  if (tls === null && access.by === 'client-certificate')
    return no(
      'tls-needed',
      'Client certificates are shown over TLS only. Name the certificate and the key of this desk, or use a token',
    );
  return faultOfLimits(limits);
}

function faultOfLimits(limits: ListenerLimits): Refusal | null {
  for (const [name, { least, most }] of Object.entries(LISTENER_LIMITS)) {
    const set = limits[name as keyof ListenerLimits];
    if (Number.isInteger(set) && set >= least && set <= most) continue;
    return no('limit-out-of-range', `${name} has to be between ${least} and ${most}`);
  }
  return null;
}

/** What keeps a well-formed line from being switched on. */
function notReady(setting: LineSetting, others: readonly IntakeLine[]): Refusal | null {
  if (
    setting.kind === 'eido-listener' &&
    setting.access.by === 'token' &&
    setting.access.tokenHash === null
  )
    return no(
      'token-needed',
      'Nobody could get in: the line has no token yet. Save it switched off, make a token, then switch it on',
    );
  const place = placeOf(setting);
  const other = others.find(({ on, setting: theirs }) => on && placeOf(theirs) === place);
  return other === undefined
    ? null
    : no(
        'place-taken',
        `“${other.name}” is there already: ${place}. Switch it off first, or choose another one`,
      );
}

/** Where a line stands: two of them cannot stand at the same place. */
export function placeOf(setting: LineSetting): string {
  switch (setting.kind) {
    case 'eido-listener':
      return addressWithPort(setting.address, setting.port);
    case 'ali-spill':
      return addressWithPort(setting.host, setting.port);
    case 'watched-folder':
      return setting.folder;
  }
}

function unknownLine(): Refusal {
  return no('no-such-line', 'This intake line is not there any more. Look at the list again');
}

function no(refused: string, because: string): Refusal {
  return refuse(refused, `${because}. Nothing was changed.`);
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function isSame(a: LineSetting, b: LineSetting): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
