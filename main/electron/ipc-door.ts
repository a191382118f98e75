import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { AskedExport } from './figures-out.ts';
import { isOurs } from './security.ts';
import { isStoreKeyTopic, type StoreKeyTopic } from './store-key.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import type { Handing } from '#main/desk/disclosure/let-go.ts';
import { askPrepared } from '#main/desk/prepared-ask.ts';
import type { AuditFilter } from '#shared/audit/audit-view.ts';
import { ASK_CHANNEL, FEED_CHANNEL } from '#shared/contract/channels.ts';
import { consoleContract, type Parsed } from '#shared/contract/console-contract.ts';
import type { IncidentId, ReferralId, ServiceId } from '#shared/lib/brand.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';

export interface DoorOptions {
  /** Resolves when the desk is open; whatever is asked before waits for it. */
  readonly opened: Promise<void>;
  /** Null while the store is locked, and when the data folder could not be opened. */
  readonly desk: () => Desk | null;
  readonly devUrl: string | null;
  /** What the window may ask while the store waits for its key. */
  readonly whileLocked: (topic: unknown, input: unknown) => Promise<Reply<unknown>>;
  readonly storeKey: (
    topic: StoreKeyTopic,
    input: unknown,
    session: Session,
  ) => Promise<Reply<unknown>>;
  /** Switches this window to the training folder. */
  readonly exploreTraining: () => void;
  readonly openWall: () => void;
  readonly dial: (number: string) => Promise<Reply<Done>>;
  readonly printKit: (session: Session) => Promise<Reply<Done>>;
  readonly printPlan: (session: Session, incidentId: IncidentId) => Promise<Reply<Done>>;
  readonly printReferral: (session: Session, referralId: ReferralId) => Promise<Reply<Done>>;
  readonly printService: (session: Session, serviceId: ServiceId) => Promise<Reply<Done>>;
  readonly exportAudit: (session: Session, filter: AuditFilter) => Promise<Reply<Done>>;
  readonly printSigningKeys: (session: Session) => Promise<Reply<Done>>;
  readonly exportFigures: (session: Session, asked: AskedExport) => Promise<Reply<Done>>;
  /** Closes the desk, and opens it again on a copy. */
  readonly restore: (session: Session, asked: Parsed<'copies.restore'>) => Promise<Reply<Done>>;
  readonly letGo: (session: Session, handing: Handing) => Promise<Reply<Done>>;
}

/** One window at the door: its session, and the feed it hears. */
export interface Seat {
  readonly session: Session;
  leave(): void;
}

/** A page beside the console, with a few topics of its own and no session: the wall board, a kit. */
export interface OwnPage {
  answer(topic: unknown, input: unknown): Reply<unknown>;
}

const seats = new Map<number, Seat>();
/** Other pages sit apart: what they ask never comes near a session or the console's topics. */
const pages = new Map<number, OwnPage>();

/** Opens the one door. Asks from anything but the main frame of our own page are not even answered. */
export function openDoor(options: DoorOptions): void {
  const answer = async (
    event: IpcMainInvokeEvent,
    topic: unknown,
    input: unknown,
  ): Promise<Reply<unknown>> => {
    await options.opened;
    const desk = options.desk();
    if (!isTrusted(event, options.devUrl)) return STRANGER;
    if (desk === null) return options.whileLocked(topic, input);
    const page = pages.get(event.sender.id);
    if (page !== undefined) return page.answer(topic, input);
    const seat = seats.get(event.sender.id);
    if (seat === undefined) return STRANGER;
    if (topic === 'desk.explore-training' && mayExplore(desk)) {
      options.exploreTraining();
      return { ok: true, value: { seq: 0 } };
    }
    const reply = await askPrepared(options.desk, topic, input, seat.session);
    if (reply === null) return options.whileLocked(topic, input);
    // A desk has no window: that is its answer once it has found nothing else to refuse.
    if (reply.ok || reply.refused !== 'no-window') return reply;
    if (isStoreKeyTopic(topic)) return options.storeKey(topic, input, seat.session);
    switch (topic) {
      case 'desk.open-wall':
        options.openWall();
        return { ok: true, value: { seq: desk.journal.head() } };
      case 'phone.dial':
        return options.dial(consoleContract[topic].input.parse(input).number);
      case 'paper.print':
        return options.printKit(seat.session);
      case 'safety-plan.print':
        return options.printPlan(
          seat.session,
          consoleContract[topic].input.parse(input).incidentId,
        );
      case 'referral.print':
        return options.printReferral(
          seat.session,
          consoleContract[topic].input.parse(input).referralId,
        );
      case 'directory.print':
        return options.printService(
          seat.session,
          consoleContract[topic].input.parse(input).serviceId,
        );
      case 'audit.export':
        return options.exportAudit(seat.session, consoleContract[topic].input.parse(input).filter);
      case 'audit.print-key':
        return options.printSigningKeys(seat.session);
      case 'copies.restore':
        return options.restore(seat.session, consoleContract[topic].input.parse(input));
      case 'outcomes.export':
        return options.exportFigures(seat.session, consoleContract[topic].input.parse(input));
      case 'disclosure.make':
      case 'disclosure.emergency':
        return options.letGo(seat.session, parsed(topic, input) as Handing);
      default:
        return reply;
    }
  };
  ipcMain.handle(ASK_CHANNEL, answer);
}

/** The desk has found it well formed already: parsing it again gives it the desk's own shape. */
function parsed(topic: 'disclosure.make' | 'disclosure.emergency', input: unknown): unknown {
  return consoleContract[topic].input.parse(input);
}

const STRANGER = {
  ok: false,
  refused: 'stranger',
  because: 'This page may not ask the desk.',
} as const;

export function takePage(contentsId: number, page: OwnPage): void {
  pages.set(contentsId, page);
}

/** Who sits at a window; null while nobody is seated there. */
export function sessionAt(window: BrowserWindow): Session | null {
  return window.isDestroyed() ? null : (seats.get(window.webContents.id)?.session ?? null);
}

export function leaveDoor(contentsId: number): void {
  pages.delete(contentsId);
}

/** Seats a window at a desk. In training the trainee is signed on as the first dispatcher. */
export function takeSeat(window: BrowserWindow, desk: Desk, carriedOver = false): Seat {
  const { webContents } = window;
  const id = webContents.id;
  const before = seats.get(id);
  before?.leave();
  const session: Session =
    carriedOver && before !== undefined ? before.session : { operator: null, focus: null };
  if (desk.mode === 'training') signOnTrainee(desk, session);
  const stop = desk.feed(session, (message) => {
    // As text: an object would be copied part by part twice on its way into the page.
    // Before sign-on a window has no business with the board.
    if (session.operator !== null && !webContents.isDestroyed() && !webContents.isCrashed())
      webContents.send(FEED_CHANNEL, JSON.stringify(message));
  });
  const seat: Seat = {
    session,
    leave: () => {
      stop();
      seats.delete(id);
    },
  };
  seats.set(id, seat);
  return seat;
}

/** Only a desk that was never set up is left for training: a live one is not closed from its window. */
function mayExplore(desk: Desk): boolean {
  return desk.mode === 'live' && desk.policy() === null;
}

function signOnTrainee(desk: Desk, session: Session): void {
  const hello = desk.answer('desk.hello', {}, session);
  const first = hello.ok
    ? hello.value.operators.find((each) => each.role === 'dispatcher')
    : undefined;
  if (first !== undefined)
    desk.answer('operator.sign-on', { operatorId: first.operatorId, passphrase: '' }, session);
}

function isTrusted({ senderFrame, sender }: IpcMainInvokeEvent, devUrl: string | null): boolean {
  return (
    senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url, devUrl)
  );
}
