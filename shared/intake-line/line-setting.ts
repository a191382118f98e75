/** How much a listener takes before it says no. Each has an end: none can be switched off. */
export interface ListenerLimits {
  readonly documentBytes: number;
  /** Documents a minute from one address. */
  readonly perMinute: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
}

/** The least, what is usual, and the most a center may set. */
export const LISTENER_LIMITS: Readonly<
  Record<
    keyof ListenerLimits,
    { readonly least: number; readonly usual: number; readonly most: number }
  >
> = {
  documentBytes: { least: 1_024, usual: 1_048_576, most: 1_048_576 },
  perMinute: { least: 1, usual: 1_200, most: 600_000 },
  connections: { least: 1, usual: 200, most: 2_000 },
  connectionsPerAddress: { least: 1, usual: 20, most: 2_000 },
};

export const USUAL_LIMITS: ListenerLimits = {
  documentBytes: LISTENER_LIMITS.documentBytes.usual,
  perMinute: LISTENER_LIMITS.perMinute.usual,
  connections: LISTENER_LIMITS.connections.usual,
  connectionsPerAddress: LISTENER_LIMITS.connectionsPerAddress.usual,
};

/** Who may hand something over. The token itself is stored nowhere: the line keeps its SHA-256. */
export type ListenerAccess =
  | { readonly by: 'token'; /** Null until one was made. */ readonly tokenHash: string | null }
  | { readonly by: 'client-certificate'; readonly caFile: string };

export interface EidoListenerSetting {
  readonly kind: 'eido-listener';
  readonly address: string;
  readonly port: number;
  /** Null is plain HTTP, which stays on this computer. */
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | null;
  readonly access: ListenerAccess;
  readonly limits: ListenerLimits;
}

export interface AliSpillSetting {
  readonly kind: 'ali-spill';
  /** Whether the desk calls the ALI server, or waits to be called. */
  readonly role: 'connect' | 'listen';
  readonly host: string;
  readonly port: number;
  /** Name of the layout its records come in. */
  readonly layout: string;
}

export const FOLDER_TAKES = ['eido', 'ali', 'csv'] as const;

export interface WatchedFolderSetting {
  readonly kind: 'watched-folder';
  readonly folder: string;
  readonly takes: (typeof FOLDER_TAKES)[number];
  /** Name of the mapping or of the layout its files are read by; null recognises them. */
  readonly mapping: string | null;
}

/** One way in for what other systems hand over, as a supervisor set it. */
export type LineSetting = EidoListenerSetting | AliSpillSetting | WatchedFolderSetting;

/** What a person sets: the token is the desk's to make. */
export type WantedSetting =
  | (Omit<EidoListenerSetting, 'access'> & {
      readonly access:
        { readonly by: 'token' } | { readonly by: 'client-certificate'; readonly caFile: string };
    })
  | AliSpillSetting
  | WatchedFolderSetting;
