/**
 * A call of another system, taken over from its export. It is history: it never waits in the queue and
 * nobody decides it here; it is there to be found and to be routed on paper.
 */
export interface PastCall {
  /** Preset and record number and received time: the same row read twice is one call. */
  readonly key: string;
  readonly preset: string;
  readonly recordNumber: string | null;
  /** Wall-clock of the exporting center without a zone: guessing a zone would invent an hour. */
  readonly receivedLocal: string;
  readonly closedLocal: string | null;
  /** The other system's own words. */
  readonly rawType: string;
  /** Our call type, from the editable table. */
  readonly callType: string;
  readonly priority: string | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly agency: string | null;
  readonly disposition: string | null;
  /** Hash of the row as it came, so that a changed row under a known key is noticed. */
  readonly rowHash: string;
}

export interface PastCallEvent {
  readonly type: 'past-call.imported';
  readonly pastCall: PastCall;
}
