import type { Policy } from '#shared/policy/policy.ts';
import type { Examination, WhatIfReport, Workshop } from '#shared/policy/workshop-view.ts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { written, type Path } from './document-path.ts';
import { asPolicy, type Draft } from './draft-shape.ts';

export const SECTIONS = [
  'rules',
  'facts',
  'responses',
  'teams',
  'call-types',
  'promises',
  'limits',
  'phone',
  'receivers',
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * The cell that has the keys; `open` while its editor is, at once where something is added to it with
 * `add`. `turn` counts each wish to go there.
 */
export interface Cell {
  readonly path: string;
  readonly column: string;
  readonly open: boolean;
  readonly add: boolean;
  readonly turn: number;
}

export interface WhatIfRun {
  readonly report: WhatIfReport;
  /** The document it was asked for; another one by now makes the figures old. */
  readonly of: Draft;
}

/** The draft of one supervisor at this window, and all that is known of it. */
export interface WorkshopState {
  readonly workshop: Workshop | null;
  /** Why the workshop could not be opened. */
  readonly refusal: string | null;
  readonly document: Draft | null;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  readonly examination: Examination | null;
  /** The document the examination is of; null while none came back. */
  readonly examined: Draft | null;
  readonly whatIf: WhatIfRun | null;
  readonly whatIfRefusal: string | null;
  readonly whatIfBusy: boolean;
  readonly section: Section;
  readonly cell: Cell | null;
  /** For a screen reader, beside the state of the proof. */
  readonly spoken: string;
}

const MOST_STEPS = 200;

export const workshopStore = createStore<WorkshopState>(() => ({
  workshop: null,
  refusal: null,
  document: null,
  past: [],
  future: [],
  examination: null,
  examined: null,
  whatIf: null,
  whatIfRefusal: null,
  whatIfBusy: false,
  section: 'rules',
  cell: null,
  spoken: '',
}));

export function useWorkshop<T>(selector: (workshop: WorkshopState) => T): T {
  return useStore(workshopStore, selector);
}

/** The draft as the tables show it; null when it is not even shaped like a policy. */
export function useDraftPolicy(): Policy | null {
  return useWorkshop((state) => shapeOf(state.document));
}

let shaped: { readonly of: Draft | null; readonly policy: Policy | null } | null = null;

/** Looked at once per document: every cell asks. */
export function shapeOf(document: Draft | null): Policy | null {
  if (shaped?.of !== document) shaped = { of: document, policy: asPolicy(document) };
  return shaped.policy;
}

const set = workshopStore.setState;
const get = workshopStore.getState;

/** One step that can be undone. An edit that changes nothing is none. */
export function edit(change: (policy: Policy) => Policy): void {
  const policy = shapeOf(get().document);
  if (policy !== null) replaceDraft(change(policy) as unknown as Draft);
}

/** Another document as a whole: an import, a fresh start. Can be undone like any edit. */
export function replaceDraft(next: Draft): void {
  const { document, past } = get();
  if (document === null || same(next, document)) return;
  set({ document: next, past: [...past, document].slice(-MOST_STEPS), future: [] });
}

export function undo(): boolean {
  const { document, past, future } = get();
  const before = past.at(-1);
  if (before === undefined || document === null) return false;
  set({
    document: before,
    past: past.slice(0, -1),
    future: [document, ...future],
    cell: closed(get().cell),
    spoken: 'Undone.',
  });
  return true;
}

export function redo(): boolean {
  const { document, past, future } = get();
  const [next, ...rest] = future;
  if (next === undefined || document === null) return false;
  set({
    document: next,
    past: [...past, document],
    future: rest,
    cell: closed(get().cell),
    spoken: 'Done again.',
  });
  return true;
}

function closed(cell: Cell | null): Cell | null {
  return cell === null ? null : { ...cell, open: false };
}

/** Takes over what main has. The draft on the screen stays, unless nothing was changed in it. */
export function showWorkshop(workshop: Workshop): void {
  const { document, workshop: before } = get();
  const inForce = workshop.inForce.policy as unknown as Draft;
  const untouched =
    document === null ||
    (before !== null && same(document, before.inForce.policy as unknown as Draft));
  if (document === null)
    set({ workshop, refusal: null, document: (workshop.draft?.document as Draft) ?? inForce });
  else if (untouched && before?.inForce.hash !== workshop.inForce.hash)
    set({ workshop, refusal: null, document: inForce, past: [], future: [] });
  else set({ workshop, refusal: null });
}

/** Begins again from the policy in force; what was written can be brought back with undo. */
export function startOver(): void {
  const { workshop } = get();
  if (workshop !== null) replaceDraft(workshop.inForce.policy as unknown as Draft);
}

/** Two documents that say the same, whatever the identity of their parts. */
export function same(a: Draft, b: Draft): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export function showSection(section: Section): void {
  if (get().section !== section) set({ section, cell: null });
}

/** Goes to a cell, and into its editor when that is wanted. */
export function goTo(path: Path | string, column: string, open: boolean | 'add' = false): void {
  const turn = (get().cell?.turn ?? 0) + 1;
  const place = typeof path === 'string' ? path : written(path);
  set({ cell: { path: place, column, open: open !== false, add: open === 'add', turn } });
}

/** Closes the editor and gives the keys back to its cell. */
export function leaveEditor(): void {
  const { cell } = get();
  if (cell?.open === true) set({ cell: { ...cell, open: false, turn: cell.turn + 1 } });
}

/** Closes it where the person has already gone elsewhere. */
export function dropEditor(): void {
  set({ cell: closed(get().cell) });
}

export function speak(spoken: string): void {
  set({ spoken });
}
