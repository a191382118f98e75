import {
  arm,
  clearNotice,
  closeSheet,
  deskStore,
  openCommandLine,
  openSheet,
  say,
  selectUnit,
  setPane,
  setScreen,
  setVeiled,
  type Pane,
  type Screen,
  type SheetName,
} from '../desk/desk-store.ts';
import { tell } from '../desk/ask.ts';
import { boardStore } from '../desk/board-store.ts';
import { moveBy, openSelected as unfold } from '../queue/queue-cursor.ts';
import { answerCall } from './command-line-run.ts';
import { focusFact } from '../incident/fact-focus.ts';
import { printPaper } from '../paper/print-paper.ts';
import { sceneIsSecure } from '../incident/scene-secure.ts';
import { lockConsole, switchPerson } from '../lock/lock-console.ts';
import { useActions, type Action } from './actions.ts';
import { undoLastAct } from './undo.ts';
import { may, type Permission } from '#shared/roster/permission.ts';
import { coveringUnitNow } from '../safety/alarms.ts';
import { isTextField } from './places.ts';

/** What the window itself offers, on every screen. Panes and sheets add their own. */
export function useWindowKeys(): void {
  useActions({
    escape: stepBack,
    lock: () => void lockConsole(),
    'switch-person': () => void switchPerson(),
    veil: () => setVeiled(!deskStore.getState().veiled),
    find: sheet('find'),
    keys: sheet('keys'),
    'new-call': sheet('new-call'),
    kit: sheet('kit'),
    'back-entry': sheet('back-entry'),
    paper: () => void printPaper(),
    wall: () => void tell('desk.open-wall', {}),
    undo: undoUnlessTyping,
    caution: sheet('caution'),
    locations: sheet('locations'),
    'go.queue': goTo('queue'),
    'go.board': goTo('teams'),
    'go.incident': goTo('incident'),
    'go.clinician': goToScreen('clinician'),
    'go.outcomes': goToScreen('outcomes'),
    'go.contacts': sheet('contacts'),
    'go.referrals': openReferrals,
    'go.echo': sheet('echo'),
    'go.hand-over': sheet('hand-over'),
    'contact.promise': aboutIncident('contact-promise'),
    dial: aboutIncident('dial'),
    'go.map': goToScreen('map'),
    'go.directory': goToScreen('directory'),
    'go.import': goIfMay(
      'import',
      'keep-imports',
      'Earlier calls are imported by supervisors and administrators. Ask one to sign on here to open it.',
    ),
    'go.people': goIfMay(
      'people',
      'know-people',
      'People known from earlier calls are for those who answer calls. Ask one of them to look.',
    ),
    'go.administration': goIfMay(
      'administration',
      'unlock-accounts',
      'The administration is for supervisors and administrators. Your own passphrase is changed under your name in the strip.',
    ),
    'go.audit': goIfMay(
      'audit',
      'read-audit',
      'The audit is for supervisors and administrators. Ask one to sign on here to open it.',
    ),
    who: aboutOne('who', 'know-people'),
    'go.policy': goAsSupervisor('policy', 'The policy workshop'),
    'go.overrides': goAsSupervisor('overrides', 'The override review'),
    'go.roster': goIfMay(
      'roster',
      'keep-roster',
      'The roster is kept by supervisors and administrators. Ask one to sign on here to open it.',
    ),
    'go.screener': openScreener,
    'go.places': openPlaceTables,
    'go.intake-lines': openIntakeLines,
    'go.call-types': openCallTypes,
  });
}

/** What the dispatcher's screen offers, whichever pane has the focus. */
export function useDispatchKeys(): void {
  useActions({
    'queue.next': () => moveBy(1),
    'queue.previous': () => moveBy(-1),
    'queue.first': () => moveBy(-Infinity),
    'queue.last': () => moveBy(Infinity),
    'queue.page-down': () => moveBy(10),
    'queue.page-up': () => moveBy(-10),
    'queue.open': openSelected,
    'queue.unfold': () => unfold(true),
    'queue.fold': () => unfold(false),
    override: aboutIncident('override'),
    assign: aboutIncident('assign'),
    hold: aboutIncident('hold'),
    transfer: aboutIncident('transfer'),
    disposition: aboutIncident('disposition'),
    status: aboutUnit('status'),
    'status.correct': aboutUnit('correct-status'),
    wants: aboutIncident('wants'),
    stage: aboutIncident('stage'),
    packet: packetIfAllowed,
    'scene-secure': secureInFocus,
    duplicates: aboutOne('duplicates', 'take-calls'),
  });
}

/** About the call or the incident in focus, for those who may. */
function aboutOne(name: SheetName, needs: Permission): Action {
  return () => {
    const { hello, selection } = deskStore.getState();
    const role = hello?.session?.role;
    if (role === undefined || !may(role, needs) || selection === null) return false;
    openSheet(name);
  };
}

/** Who shares nothing has no such key. */
function packetIfAllowed(): void | false {
  const role = deskStore.getState().hello?.session?.role;
  if (role === undefined || !may(role, 'share-packet')) return false;
  return aboutIncident('packet')();
}

function secureInFocus(): void | false {
  const { focus } = boardStore.getState();
  if (focus === null || isTextField(document.activeElement)) return false;
  void sceneIsSecure(focus);
}

/** In a text field Ctrl+Z stays the field's own. */
function undoUnlessTyping(): void | false {
  if (isTextField(document.activeElement)) return false;
  void undoLastAct();
}

function sheet(name: SheetName): Action {
  return () => openSheet(name);
}

/** Without an incident in focus there is nothing to act on; the sheet itself would say no more than that. */
function aboutIncident(name: SheetName): Action {
  return () => (deskStore.getState().selection?.kind === 'incident' ? openSheet(name) : false);
}

/** The unit selected on the board; from an incident one that is on it, or the choice among them. */
function aboutUnit(name: SheetName): Action {
  return () => {
    const { pane, selectedUnit } = deskStore.getState();
    const { focus } = boardStore.getState();
    const out = (focus?.units ?? []).filter((each) => each.releasedAt === null);
    if (pane !== 'teams' && out.length > 0 && !out.some((each) => each.unitId === selectedUnit)) {
      const [only, ...others] = out;
      selectUnit(only === undefined || others.length > 0 ? null : only.unitId);
    }
    openSheet(name);
  };
}

function goTo(pane: Pane): Action {
  return () => {
    if (deskStore.getState().screen !== 'dispatch') setScreen('dispatch');
    setPane(pane);
    const { sheet: before } = deskStore.getState();
    // After the screen changed, the pane has to be drawn before it can take the focus. A sheet that was
    // opened meanwhile has it, and keeps it.
    requestAnimationFrame(() => {
      if (deskStore.getState().sheet === before) focusPane(pane);
    });
  };
}

function goToScreen(screen: Screen): Action {
  return () => setScreen(screen);
}

/** Anybody may press the key; who may not go there is told whose screen it is. */
function goAsSupervisor(screen: Screen, name: string): Action {
  return () => {
    const role = deskStore.getState().hello?.session?.role;
    if (role === 'supervisor') return setScreen(screen);
    say({
      tone: 'refused',
      text: `${name} is the supervisor’s. Ask one to sign on here to open it.`,
      cause: null,
    });
  };
}

/** The same for a screen of those who have a permission. */
function goIfMay(screen: Screen, needs: Permission, text: string): Action {
  return () => {
    const role = deskStore.getState().hello?.session?.role;
    if (role !== undefined && may(role, needs)) return setScreen(screen);
    say({ tone: 'refused', text, cause: null });
  };
}

function openReferrals(): void {
  const role = deskStore.getState().hello?.session?.role;
  if (role !== undefined && may(role, 'keep-referrals')) return openSheet('referrals');
  say({
    tone: 'refused',
    text: 'Referrals are the clinicians’: which place somebody goes to is clinical. The timeline of the incident says how they stand.',
    cause: null,
  });
}

function openCallTypes(): void {
  const role = deskStore.getState().hello?.session?.role;
  if (role !== undefined && may(role, 'keep-call-types')) return openSheet('call-types');
  say({
    tone: 'refused',
    text: 'Call types of other systems are reviewed by supervisors and administrators. Ask one to sign on here to open them.',
    cause: null,
  });
}

function openPlaceTables(): void {
  const role = deskStore.getState().hello?.session?.role;
  if (role !== undefined && may(role, 'keep-places')) return openSheet('place-tables');
  say({
    tone: 'refused',
    text: 'The tables of places are kept by supervisors and administrators. Ask one to sign on here to open them.',
    cause: null,
  });
}

function openScreener(): void {
  const role = deskStore.getState().hello?.session?.role;
  if (role !== undefined && may(role, 'keep-screener')) return openSheet('screener');
  say({
    tone: 'refused',
    text: 'The wording of the suicide screen is kept by supervisors and administrators. Ask one to sign on here to open it.',
    cause: null,
  });
}

function openIntakeLines(): void {
  const role = deskStore.getState().hello?.session?.role;
  if (role !== undefined && may(role, 'keep-intake-lines')) return openSheet('intake-lines');
  say({
    tone: 'refused',
    text: 'Intake lines are kept by supervisors and administrators. Ask one to sign on here to open them.',
    cause: null,
  });
}

export function focusPane(pane: Pane): void {
  const frame = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  // The incident itself and none of its questions: an n must not become an answer by going there.
  const list = pane === 'incident' ? null : frame?.querySelector<HTMLElement>('[role="listbox"]');
  (list ?? frame)?.focus();
}

/** Enter in the queue: a waiting call is answered; an incident is opened at its next question. */
function openSelected(): void | false {
  const { selection } = deskStore.getState();
  if (selection === null) return moveBy(1);
  setPane('incident');
  if (selection.kind === 'call') {
    void answerCall(selection.id);
    return;
  }
  focusPane('incident');
  focusFact(null);
}

/** One step back, the innermost first. A text field is left, what it holds is kept. */
function stepBack(): void | false {
  const { armed, commandLineOpen, hello, sheet: open, notice, veiled } = deskStore.getState();
  if (armed !== null) return arm(null);
  if (hello?.locked === true || veiled || coveringUnitNow() !== null) return false;
  if (commandLineOpen) return openCommandLine(false);
  if (open !== null) return closeSheet();
  const focused = document.activeElement;
  if (isTextField(focused)) {
    const pane = focused?.closest<HTMLElement>('[data-pane]');
    if (pane == null) (focused as HTMLElement).blur();
    else pane.focus();
    return;
  }
  if (notice !== null) return clearNotice();
  return false;
}
