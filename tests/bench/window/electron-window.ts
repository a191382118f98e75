import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from '../cache-folder.ts';
import { ASK_CHANNEL } from '#shared/contract/channels.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';

const require = createRequire(import.meta.url);
/** Outside Electron the package answers with the path of its executable. */
const executable = require('electron') as string;

const PATIENCE_MS = 60_000;

export function electronVersion(): string {
  return readFileSync(join(dirname(executable), 'version'), 'utf8').trim();
}

/** What is started: an application's folder or main file, with its own arguments. */
export interface Program {
  readonly app: string;
  readonly args: readonly string[];
  /** A script for the page: runs at each load as soon as there is a document. Its result is told. */
  readonly watch?: string;
  /** Loaded before the program in place of the benchmark's own, and what it is told. */
  readonly probe?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The console as `npm start` starts it, on a data folder of its own. */
export function careDesk(folder: string, mode: 'live' | 'training'): Program {
  return {
    app: root,
    args: [`--data=${folder}`, ...(mode === 'training' ? ['--training'] : [])],
  };
}

/** The window without an application: same runtime, same switches. */
export function bareWindow(profile: string, page: 'static' | 'round-trip' | 'pushed'): Program {
  return {
    app: cacheFolder('windows', 'main.cjs'),
    args: [`--page=${page}`, `--user-data-dir=${profile}`],
  };
}

interface Told {
  readonly loaded?: true;
  readonly watched?: unknown;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
}

const open = new Set<ElectronWindow>();

/** Ends what a measure that failed has left behind: nothing here may outlive the benchmark. */
export async function quitAll(): Promise<void> {
  await Promise.all([...open].map((window) => window.quit()));
}

/** A started program, its window, and a way into its page. */
export class ElectronWindow {
  /** Wall clock at the moment before the process was made, in ms. */
  readonly spawnedAt: number;
  readonly #child: ChildProcess;
  readonly #exit: Promise<void>;
  #ids = 0;

  constructor({
    app,
    args,
    watch,
    probe = cacheFolder('windows', 'probe.cjs'),
    env: more,
  }: Program) {
    const env = { ...process.env, ...more, CAREDESK_BENCH_WATCH: watch ?? '' };
    const rootUser = process.platform === 'linux' && process.getuid?.() === 0;
    const all = ['-r', probe, app, '--log-level=3', ...(rootUser ? ['--no-sandbox'] : []), ...args];
    this.spawnedAt = Date.now();
    this.#child = spawn(executable, all, {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Each question waits for its answer and for the end.
    this.#child.setMaxListeners(0);
    open.add(this);
    this.#exit = new Promise((resolve) =>
      this.#child.once('exit', () => {
        open.delete(this);
        resolve();
      }),
    );
  }

  /** What the watch script found out: once after the start, and after each load from then on. */
  watched<T>(): Promise<T> {
    return this.#told((message) => 'watched' in message) as Promise<T>;
  }

  /** The next time the page has loaded. */
  async loaded(): Promise<void> {
    await this.#told((message) => message.loaded === true);
  }

  /**
   * Runs a script in the page and answers with what it, or its promise, came to. With `press` a key is
   * pressed as soon as the script waits for it.
   */
  async run<T>(code: string, press?: string): Promise<T> {
    const id = (this.#ids += 1);
    const answer = this.#told((message) => message.id === id);
    this.#child.send({ id, run: code, press });
    return (await answer) as T;
  }

  /** Asks at the window's door, with its session, without the page having any part in it. */
  async ask(topic: Topic, input: unknown): Promise<Reply<unknown>> {
    const id = (this.#ids += 1);
    const answer = this.#told((message) => message.id === id);
    this.#child.send({
      id,
      ask: { channel: ASK_CHANNEL, args: [topic, input] },
    });
    return (await answer) as Reply<unknown>;
  }

  /** The same of any door, with what it answers. */
  async door(channel: string, ...args: readonly unknown[]): Promise<unknown> {
    const id = (this.#ids += 1);
    const answer = this.#told((message) => message.id === id);
    this.#child.send({ id, ask: { channel, args } });
    return answer;
  }

  /** The same of any door; answers with the moment it was asked, on the wall clock. */
  async askedAt(channel: string, ...args: readonly unknown[]): Promise<number> {
    const id = (this.#ids += 1);
    const answer = this.#told((message) => message.id === id);
    this.#child.send({ id, ask: { channel, args, when: true } });
    return (await answer) as number;
  }

  /** Types into what has the focus, a letter every so many ms, and answers when the last was struck. */
  async type(text: string, everyMs: number): Promise<void> {
    const id = (this.#ids += 1);
    const answer = this.#told((message) => message.id === id);
    this.#child.send({ id, type: { text, everyMs } });
    await answer;
  }

  /** Asks the program to end, as closing its window does, and waits until it is gone. */
  async quit(): Promise<void> {
    if (this.#child.connected) this.#child.send({ quit: true });
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    await this.#exit;
    clearTimeout(timer);
  }

  #told(wanted: (message: Told) => boolean): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer);
        this.#child.off('message', hear);
        this.#child.off('exit', gone);
        finish();
      };
      const hear = (message: Told) => {
        if (!wanted(message)) return;
        end(() =>
          message.error === undefined
            ? resolve('watched' in message ? message.watched : message.value)
            : reject(new Error(message.error)),
        );
      };
      const gone = () => end(() => reject(new Error('The window ended before it answered.')));
      const timer = setTimeout(
        () => end(() => reject(new Error(`The window did not answer in ${PATIENCE_MS / 1000} s.`))),
        PATIENCE_MS,
      );
      this.#child.on('message', hear);
      this.#child.once('exit', gone);
    });
  }
}
