import type { Topic } from '#shared/contract/console-contract.ts';
import type { Hello } from '#shared/contract/answers.ts';
import { INFORMANTS, type Informant } from '#shared/facts/fact.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';

export type SheetName =
  | 'assign'
  | 'override'
  | 'disposition'
  | 'status'
  | 'correct-status'
  | 'hold'
  | 'transfer'
  | 'availability'
  | 'find'
  | 'keys'
  | 'operators'
  | 'note'
  | 'caution'
  | 'locations'
  | 'contact-promise'
  | 'contacts'
  | 'referrals'
  | 'call-types'
  | 'echo'
  | 'hand-over'
  | 'wants'
  | 'stage'
  | 'packet'
  | 'disclosure-review'
  | 'new-call'
  | 'from-988'
  | 'dial'
  | 'past-calls'
  | 'kit'
  | 'back-entry'
  | 'policy-publish'
  | 'policy-proposal'
  | 'policy-step-back'
  | 'policy-call-off'
  | 'policy-history'
  | 'roster-shift'
  | 'roster-copy'
  | 'roster-unit'
  | 'roster-import'
  | 'areas'
  | 'directory-import'
  | 'who'
  | 'screener'
  | 'place-tables'
  | 'intake-lines'
  | 'duplicates'
  | 'figure-calls';
export type Screen =
  | 'dispatch'
  | 'clinician'
  | 'outcomes'
  | 'policy'
  | 'overrides'
  | 'roster'
  | 'map'
  | 'directory'
  | 'import'
  | 'people'
  | 'administration'
  | 'audit';
export type Pane = 'queue' | 'incident' | 'teams';

export interface Selection {
  readonly kind: 'call' | 'incident';
  readonly id: string;
}

/** A sentence for the operator. `cause` is the topic that was refused, so that it can stand beside it. */
export interface Notice {
  readonly tone: 'refused' | 'unread' | 'done' | 'alert';
  readonly text: string;
  readonly cause: Topic | null;
}

/** What this operator does and sees. Nothing here is shared, and nothing here is about a caller. */
export interface DeskState extends Preferences {
  readonly hello: Hello | null;
  /** The store waits for its key: nothing else can be asked. */
  readonly storeLocked: boolean;
  readonly policy: Policy | null;
  readonly screen: Screen;
  readonly selection: Selection | null;
  readonly selectedUnit: string | null;
  readonly pane: Pane;
  /** The incident an answered call has become: it takes the focus as soon as it is on the screen. */
  readonly opening: string | null;
  readonly sheet: SheetName | null;
  /** Who the next answer is said to come from. */
  readonly informant: Informant;
  readonly notice: Notice | null;
  readonly commandLineOpen: boolean;
  /** What the find sheet begins with; the command line fills it. */
  readonly findText: string;
  /** The response the override sheet begins with: what somebody else asked for. */
  readonly proposed: string | null;
  /** Set between the two strokes of police/EMS now. */
  readonly armed: 'upgrade' | null;
  readonly veiled: boolean;
  /** The lock screen asks who takes over, not for the passphrase of who was here. */
  readonly switching: boolean;
}

export const deskStore = createStore<DeskState>(() => ({
  ...readPreferences(),
  hello: null,
  storeLocked: false,
  policy: null,
  screen: 'dispatch',
  selection: null,
  selectedUnit: null,
  pane: 'queue',
  opening: null,
  sheet: null,
  informant: 'caller-saw',
  notice: null,
  commandLineOpen: false,
  findText: '',
  proposed: null,
  armed: null,
  veiled: false,
  switching: false,
}));

export function useDesk<T>(selector: (desk: DeskState) => T): T {
  return useStore(deskStore, selector);
}

const set = deskStore.setState;

export function setStoreLocked(storeLocked: boolean): void {
  if (deskStore.getState().storeLocked !== storeLocked) deskStore.setState({ storeLocked });
}

export function setHello(hello: Hello, policy: Policy | null): void {
  set({ hello, policy });
}

export function setScreen(screen: Screen): void {
  set({ screen, sheet: null });
}

export function setPane(pane: Pane): void {
  if (deskStore.getState().pane !== pane) set({ pane });
}

/** Choosing an incident makes it the focused one: the feed watches this and asks main for its view. */
export function select(selection: Selection | null): void {
  const before = deskStore.getState().selection;
  if (before?.kind === selection?.kind && before?.id === selection?.id) return;
  // A sheet acts on the incident that stood in focus when it opened, so it does not outlive it.
  const sheet = deskStore.getState().sheet;
  set({
    selection,
    notice: null,
    sheet: sheet !== null && ABOUT_ONE.includes(sheet) ? null : sheet,
  });
}

const ABOUT_ONE: readonly SheetName[] = [
  'assign',
  'override',
  'disposition',
  'hold',
  'transfer',
  'dial',
  'note',
  'caution',
  'locations',
  'contact-promise',
  'wants',
  'stage',
  'packet',
  'who',
  'duplicates',
];

/** Brings the incident of a call just answered into focus, wherever the focus has gone meanwhile. */
export function openIncident(incidentId: string): void {
  setPane('incident');
  set({ opening: incidentId });
  select({ kind: 'incident', id: incidentId });
}

export function hasOpened(): void {
  set({ opening: null });
}

export function selectUnit(unitId: string | null): void {
  set({ selectedUnit: unitId });
}

export function openSheet(sheet: SheetName): void {
  set({ sheet, commandLineOpen: false });
}

export function closeSheet(): void {
  set({ sheet: null, proposed: null });
}

export function say(notice: Notice): void {
  set({ notice });
}

export function clearNotice(): void {
  if (deskStore.getState().notice !== null) set({ notice: null });
}

export function openCommandLine(open: boolean): void {
  set({ commandLineOpen: open });
}

export function setFindText(findText: string): void {
  set({ findText });
}

export function proposeResponse(proposed: string | null): void {
  set({ proposed });
}

export function arm(armed: DeskState['armed']): void {
  set({ armed });
}

export function setVeiled(veiled: boolean): void {
  set(veiled ? { veiled, sheet: null, commandLineOpen: false } : { veiled });
}

/** What main has said: nothing of before stays on the screen. What was open comes back with the passphrase. */
export function setLocked(locked: boolean): void {
  const { hello } = deskStore.getState();
  if (hello === null || (hello.locked === true) === locked) return;
  const { locked: _before, ...rest } = hello;
  set({
    hello: locked ? { ...rest, locked: true } : rest,
    notice: null,
    armed: null,
    commandLineOpen: false,
    veiled: false,
    ...(locked ? {} : { switching: false }),
  });
}

export function setSwitching(switching: boolean): void {
  set({ switching });
}

export function nextInformant(): void {
  const at = INFORMANTS.indexOf(deskStore.getState().informant);
  set({ informant: INFORMANTS[(at + 1) % INFORMANTS.length] ?? 'caller-saw' });
}

export function prefer(change: Partial<Preferences>): void {
  set(change);
  const { theme, density, volume } = deskStore.getState();
  writePreferences({ theme, density, volume });
}
