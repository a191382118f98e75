import { same, useWorkshop, type WorkshopState } from './workshop-store.ts';
import type { Draft } from './draft-shape.ts';

let known: { readonly a: Draft; readonly b: Draft; readonly changed: boolean } | null = null;

/** Whether the draft says anything else than the policy in force. Compared once per document. */
export function useChanged(): boolean {
  return useWorkshop(changedIn);
}

export function changedIn({ document, workshop }: WorkshopState): boolean {
  if (document === null || workshop === null) return false;
  const inForce = workshop.inForce.policy as unknown as Draft;
  if (known?.a !== document || known.b !== inForce)
    known = { a: document, b: inForce, changed: !same(document, inForce) };
  return known.changed;
}
