import type { ShownSetting } from '#shared/board/intake-lines-view.ts';
import {
  LISTENER_LIMITS,
  type ListenerLimits,
  type WantedSetting,
  type WatchedFolderSetting,
} from '#shared/intake-line/line-setting.ts';

/** What stands in the fields, as text. Every kind keeps its own while another one is looked at. */
export interface LineDraft {
  readonly kind: WantedSetting['kind'];
  readonly name: string;
  readonly address: string;
  readonly port: string;
  readonly tls: boolean;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly access: 'token' | 'client-certificate';
  readonly caFile: string;
  readonly limits: Readonly<Record<keyof ListenerLimits, string>>;
  readonly role: 'connect' | 'listen';
  readonly layout: string;
  readonly folder: string;
  readonly takes: WatchedFolderSetting['takes'];
  readonly mapping: string;
}

export const LIMIT_LABELS: Readonly<Record<keyof ListenerLimits, string>> = {
  documentBytes: 'Largest document, bytes',
  perMinute: 'Documents/min per address',
  connections: 'Connections in all',
  connectionsPerAddress: 'Connections per address',
};

export const LIMIT_NAMES = Object.keys(LIMIT_LABELS) as (keyof ListenerLimits)[];

function limitTexts(value: (name: keyof ListenerLimits) => number): LineDraft['limits'] {
  return {
    documentBytes: String(value('documentBytes')),
    perMinute: String(value('perMinute')),
    connections: String(value('connections')),
    connectionsPerAddress: String(value('connectionsPerAddress')),
  };
}

export const NEW_LINE: LineDraft = {
  kind: 'eido-listener',
  name: '',
  address: '127.0.0.1',
  port: '8911',
  tls: false,
  certificateFile: '',
  keyFile: '',
  access: 'token',
  caFile: '',
  limits: limitTexts((name) => LISTENER_LIMITS[name].usual),
  role: 'connect',
  layout: '',
  folder: '',
  takes: 'eido',
  mapping: '',
};

export function draftOf(name: string, setting: ShownSetting): LineDraft {
  const draft = { ...NEW_LINE, name, kind: setting.kind };
  switch (setting.kind) {
    case 'eido-listener':
      return {
        ...draft,
        address: setting.address,
        port: String(setting.port),
        tls: setting.tls !== null,
        certificateFile: setting.tls?.certificateFile ?? '',
        keyFile: setting.tls?.keyFile ?? '',
        access: setting.access.by,
        caFile: setting.access.by === 'client-certificate' ? setting.access.caFile : '',
        limits: limitTexts((limit) => setting.limits[limit]),
      };
    case 'ali-spill': {
      const { role, host, port, layout } = setting;
      return { ...draft, role, address: host, port: String(port), layout };
    }
    case 'watched-folder': {
      const { folder, takes, mapping } = setting;
      return { ...draft, folder, takes, mapping: mapping ?? '' };
    }
  }
}

export type DraftErrors = Readonly<Partial<Record<keyof LineDraft | keyof ListenerLimits, string>>>;

/** What is missing or no number; what the numbers mean is for main to say. */
export function errorsIn(draft: LineDraft): DraftErrors {
  const errors: { -readonly [Field in keyof DraftErrors]: DraftErrors[Field] } = {};
  const want = (field: keyof DraftErrors, holds: boolean, because: string): void => {
    if (!holds) errors[field] = because;
  };
  const said = (text: string) => text.trim() !== '';
  want('name', said(draft.name), 'Give the line a name, such as that of the other system.');
  if (draft.kind === 'watched-folder') {
    want('folder', said(draft.folder), 'Write the path of the folder.');
    return errors;
  }
  want('address', said(draft.address), 'Write the address in numbers, such as 127.0.0.1.');
  want('port', isWhole(draft.port, 1, 65_535), 'A port is a number from 1 to 65535.');
  if (draft.kind === 'ali-spill') {
    want('layout', said(draft.layout), 'Name the layout of its records.');
    return errors;
  }
  if (draft.tls) {
    want('certificateFile', said(draft.certificateFile), 'Write the path of the certificate.');
    want('keyFile', said(draft.keyFile), 'Write the path of its key.');
  }
  if (draft.access === 'client-certificate')
    want('caFile', said(draft.caFile), 'Write the path of the authority’s certificate.');
  for (const name of LIMIT_NAMES) {
    const { least, most } = LISTENER_LIMITS[name];
    const range = `A whole number from ${least} to ${most}.`;
    want(name, isWhole(draft.limits[name], least, most), range);
  }
  return errors;
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,9}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

/** Of a draft without errors. */
export function settingOf(draft: LineDraft): WantedSetting {
  const port = Number(draft.port);
  switch (draft.kind) {
    case 'eido-listener': {
      const { address, tls, certificateFile, keyFile, access, caFile, limits } = draft;
      return {
        kind: 'eido-listener',
        address: address.trim(),
        port,
        tls: tls ? { certificateFile: certificateFile.trim(), keyFile: keyFile.trim() } : null,
        access: access === 'token' ? { by: 'token' } : { by: access, caFile: caFile.trim() },
        limits: {
          documentBytes: Number(limits.documentBytes),
          perMinute: Number(limits.perMinute),
          connections: Number(limits.connections),
          connectionsPerAddress: Number(limits.connectionsPerAddress),
        },
      };
    }
    case 'ali-spill': {
      const { role, address, layout } = draft;
      return { kind: 'ali-spill', role, host: address.trim(), port, layout: layout.trim() };
    }
    case 'watched-folder': {
      const { folder, takes, mapping } = draft;
      const named = mapping.trim() === '' ? null : mapping.trim();
      return { kind: 'watched-folder', folder: folder.trim(), takes, mapping: named };
    }
  }
}

/** As it stands, to be set again with something else changed. */
export function wantedAsShown(setting: ShownSetting): WantedSetting {
  if (setting.kind !== 'eido-listener') return setting;
  const { access } = setting;
  return { ...setting, access: access.by === 'token' ? { by: 'token' } : access };
}

/** What the fields of each kind of line are drawn with. */
export interface FieldsProps {
  readonly draft: LineDraft;
  readonly errors: DraftErrors;
  readonly put: (change: Partial<LineDraft>) => void;
}
