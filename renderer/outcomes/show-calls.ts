import type { Input } from '#shared/contract/console-contract.ts';
import { openSheet } from '../desk/desk-store.ts';
import { outcomesStore } from './outcomes-store.ts';

/** Which calls somebody wants to see: those of a figure, of one group, counted or not known. */
export interface Behind {
  /** As the list is headed: “Capture, Uptown: counted”. */
  readonly title: string;
  readonly ask: Omit<Input<'outcomes.calls'>, 'page'>;
}

/** Opens the list of them beside the figures. */
export function showCalls(behind: Behind): void {
  outcomesStore.setState({ behind });
  openSheet('figure-calls');
}
