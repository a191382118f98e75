import type { EidoDocument } from '../eido/sent-eido.ts';
import type { CallId, IncidentId } from '../lib/brand.ts';
import type { Refusal } from '../lib/refusal.ts';
import type { AliRecord } from '../location/ali-record.ts';
import type { ReadLocation } from '../location/read-location.ts';

/**
 * What another system hands over, read and checked: pure values, whatever way they came. `from` is the name of
 * the intake line or of the file, and no secret.
 */
export type Delivery =
  | { readonly kind: 'eido'; readonly from: string; readonly document: EidoDocument }
  | { readonly kind: 'ali'; readonly from: string; readonly record: AliRecord }
  | { readonly kind: 'location'; readonly from: string; readonly location: ReadLocation };

/** What became of a delivery. `known`: the desk had it already, or something newer; nothing was written. */
export type Delivered =
  | {
      readonly ok: true;
      readonly what: 'new-call' | 'update' | 'known';
      readonly callId: CallId;
      readonly incidentId: IncidentId | null;
    }
  | Refusal;

/** The same once it is written: a sender is told by which number the call is spoken of here. */
export type Acknowledged =
  (Exclude<Delivered, Refusal> & { readonly callNumber: number }) | Refusal;
