import type { OperatorId } from '../lib/brand.ts';

/** Somebody has read how their incidents ended, up to this entry of the journal. */
export interface EchoEvent {
  readonly type: 'echo.read';
  readonly operatorId: OperatorId;
  readonly upTo: number;
}
