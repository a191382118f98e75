import type { IntakeLineView, LineState, ShownSetting } from '#shared/board/intake-lines-view.ts';
import { addressWithPort } from '#shared/intake-line/network-address.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';

export const KIND_LABELS: Readonly<Record<ShownSetting['kind'], string>> = {
  'eido-listener': 'EIDO listener',
  'ali-spill': 'ALI line',
  'watched-folder': 'Watched folder',
};

export function when(instant: string): string {
  return wallDateTime(instant, deskNow());
}

/** “10.0.4.20:8911 · TLS · token”. */
export function placeWords(setting: ShownSetting): string {
  switch (setting.kind) {
    case 'eido-listener': {
      const { address, port, tls, access } = setting;
      const by = access.by === 'client-certificate' ? 'client certificate' : tokenWords(access);
      const how = tls === null ? 'this computer only' : 'TLS';
      return [addressWithPort(address, port), how, by].join(' · ');
    }
    case 'ali-spill': {
      const { role, host, port, layout } = setting;
      const at = addressWithPort(host, port);
      return `${role === 'connect' ? 'calls' : 'waits at'} ${at} · layout ${layout}`;
    }
    case 'watched-folder': {
      const { folder, takes, mapping } = setting;
      return `${folder} · ${takes.toUpperCase()}${mapping === null ? '' : ` · ${mapping}`}`;
    }
  }
}

function tokenWords({ made }: { readonly made: boolean }): string {
  return made ? 'token' : 'no token yet';
}

/** A sign and a word: the color only repeats them. */
export function stateWords({ state }: LineState): string {
  switch (state) {
    case 'off':
      return '○ Off';
    case 'starting':
      return '◌ Starts';
    case 'taking':
      return '● On';
    case 'failed':
      return '▲ Does not run';
  }
}

/** What it did since the console was started. */
export function workWords({ standing }: IntakeLineView): string {
  const { newCalls, updates, known, refused, lastDelivery } = standing;
  const counts = [
    plural(newCalls, 'new call', 'new calls'),
    plural(updates, 'update', 'updates'),
    `${known} known before`,
    `${refused} refused`,
  ];
  return `${counts.join(' · ')}${lastDelivery === null ? '' : ` · last ${when(lastDelivery)}`}`;
}

export function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

const REASONS: Readonly<Record<string, string>> = {
  'no-token': 'Without the token',
  'no-certificate': 'Without a certificate this line trusts',
  'too-many': 'Too many within a minute',
  'too-many-connections': 'Too many connections',
  'too-slow': 'Sent too slowly',
  'no-http': 'No HTTP request',
  'no-tls': 'No TLS connection came about',
  'headers-too-long': 'Headers too long',
  compressed: 'Compressed',
  'no-json-type': 'Not marked as JSON in UTF-8',
  'document-too-large': 'Too large',
  'document-too-complex': 'Too deep, or too many values',
  'document-not-json': 'No JSON',
  'document-not-utf-8': 'Not whole UTF-8',
  'document-bad-number': 'A number no number can be',
  'list-too-long': 'Too many documents at once',
  'no-eido': 'No incident document',
  'eido-incomplete': 'Required parts are missing',
  'eido-without-incident': 'About no incident and no call',
  'queue-full': 'The desk was busy; it comes again',
  'not-written': 'The desk could not write',
  'not-taken': 'The desk could not take it',
  'no-answer': 'The desk did not answer in time',
  'not-set-up': 'The center is not set up',
};

export function reasonWords(reason: string): string {
  const written = reason.replaceAll('-', ' ');
  return REASONS[reason] ?? written.charAt(0).toUpperCase() + written.slice(1);
}

export function sizeWords(bytes: number | null): string {
  if (bytes === null) return '';
  if (bytes < 1_024) return `${bytes} B`;
  return bytes < 1_048_576
    ? `${Math.round(bytes / 1_024)} kB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
