import type { ElectronWindow } from '../bench/window/electron-window.ts';

/** Something somebody does, and what the page has once it is done. */
interface Act {
  readonly name: string;
  readonly keys?: readonly string[];
  /** Pressed with the mouse in place of keys. */
  readonly click?: string;
  readonly shows: string;
}

const place = (name: string) => `[data-place="${name}"]`;
const go = (name: string, keys: readonly string[], shows = place(name)): Act => ({
  name,
  keys,
  shows,
});
/** To its top: what is looked at there is not the timeline of an incident that stays open for days. */
const QUEUE = go('queue', ['Escape', 'Escape', 'g', 'q', 'Home']);
const chosen = (theme: string): Act => ({
  name: `${theme} theme`,
  click: `.look input[name="Theme"]:not(:checked)`,
  shows: `html[data-theme="${theme}"]`,
});
const takesOver = (name: string, letters: string): Act[] => [
  go('somebody else takes over', ['Control+Shift+U'], '.switch-person'),
  go(name, [...letters, 'Enter'], `.console:not(:has(${place('lock')}))`),
];

/**
 * What is done again and again; each begins and ends at the queue, signed on as a dispatcher. Incidents are opened from
 * its end: a call that is answered at its top would stay open for days, for nobody here closes it.
 */
const ROUNDS: readonly (readonly Act[])[] = [
  [go('incident', ['End', 'Enter']), QUEUE],
  [go('board', ['g', 'b'], '.teams'), QUEUE],
  [go('map', ['g', 'm']), QUEUE],
  [chosen('light'), go('find', ['Control+K', 'b', 'r', 'o'], place('sheet')), QUEUE],
  [go('keys', ['?'], place('sheet')), QUEUE],
  [go('outcomes', ['g', 'o']), QUEUE],
  [go('another incident', ['End', 'Up', 'Enter'], place('incident')), QUEUE],
  [go('veil', ['Control+L']), go('unveiled', ['Control+L'], place('queue')), QUEUE],
  [
    go('lock', ['Control+Shift+L']),
    go('unlocked', ['Enter'], `.console:not(:has(${place('lock')}))`),
    QUEUE,
  ],
  [go('directory', ['g', 'd']), QUEUE],
  [chosen('dark'), go('people', ['g', 'a']), QUEUE],
  [
    ...takesOver('supervisor', 'sam'),
    go('administration', ['g', 'y']),
    go('audit', ['g', 'j']),
    go('roster', ['g', 's']),
    go('policy', ['g', 'p']),
    ...takesOver('dispatcher', 'dana'),
    QUEUE,
  ],
  [
    go('promised calls', ['g', 'f'], place('sheet')),
    go('referrals', ['g', 'l'], '.console'),
    QUEUE,
  ],
  [go('command line', ['/', 'm', '1'], '.console'), QUEUE],
  [go('new call', ['Alt+N', 'x'], '.console'), QUEUE],
  [go('hand-over', ['g', 'h'], place('sheet')), QUEUE],
];

/** Until what was done shows; on a machine that others keep busy a screen takes its time. */
const PATIENCE_MS = 2_500;
const LOOK_MS = 60;
/** What somebody who reads it needs at least. */
const READS_MS = 250;

const after = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));

/** Somebody at the console, who remembers what came of everything they did. */
export class Hands {
  readonly #window: ElectronWindow;
  readonly #done = new Map<string, { tried: number; done: number }>();
  #round = 0;

  constructor(window: ElectronWindow) {
    this.#window = window;
  }

  /** How often each thing was tried, and how often the page showed that it was done. */
  get acts(): Readonly<Record<string, { readonly tried: number; readonly done: number }>> {
    return Object.fromEntries(this.#done);
  }

  async round(): Promise<void> {
    const acts = ROUNDS[this.#round % ROUNDS.length] ?? [];
    this.#round += 1;
    for (const act of acts) if (!(await this.#do(act))) return this.#home();
  }

  async #do({ name, keys = [], click, shows }: Act): Promise<boolean> {
    if (click !== undefined)
      await this.#window.run(`document.querySelector(${JSON.stringify(click)})?.click(), null`);
    else await this.#window.door('soak.press', keys);
    const done = await this.#shown(shows);
    const count = this.#done.get(name) ?? { tried: 0, done: 0 };
    this.#done.set(name, { tried: count.tried + 1, done: count.done + (done ? 1 : 0) });
    await after(READS_MS);
    return done;
  }

  async #shown(selector: string): Promise<boolean> {
    const until = performance.now() + PATIENCE_MS;
    const look = `document.querySelector(${JSON.stringify(selector)}) !== null`;
    for (;;) {
      if (await this.#window.run<boolean>(look)) return true;
      if (performance.now() > until) return false;
      await after(LOOK_MS);
    }
  }

  /** Back to where every round begins, from wherever something went another way. */
  async #home(): Promise<void> {
    const found = (selector: string) =>
      this.#window.run<boolean>(`document.querySelector('${selector}') !== null`);
    if (await found(place('lock'))) {
      await this.#window.door('soak.press', ['Escape', 'Enter']);
      await after(READS_MS);
    }
    const dispatcher = `document.querySelector('${place('queue')}') !== null`;
    await this.#window.door('soak.press', QUEUE.keys);
    await after(READS_MS);
    if (await this.#window.run<boolean>(dispatcher)) return;
    for (const act of takesOver('dispatcher', 'dana')) await this.#do(act);
  }
}
