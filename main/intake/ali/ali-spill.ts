import { connect, createServer, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { readSpill } from './spill-reader.ts';
import type { LineRunner, LineToRun, RunningLine } from '../line-runner.ts';
import { aliLayoutNamed } from '#main/desk/location/ali-layouts.ts';
import type { AliSpillSetting } from '#shared/intake-line/line-setting.ts';
import { addressWithPort } from '#shared/intake-line/network-address.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { AliLayout } from '#shared/location/ali-layout.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
const CONNECT_MS = 10_000;
/** A line that is cut without a word is noticed after about this long. */
const KEEP_ALIVE_MS = 15_000;
/** A controller has one line, or two for the day one fails. */
const MOST_CONNECTIONS = 4;

type Run = LineToRun<AliSpillSetting>;

/** The spill of an ANI/ALI controller: records as it writes them, over TCP. */
export const aliSpill: LineRunner<AliSpillSetting> = (run) => {
  const layout = aliLayoutNamed(run.setting.layout);
  if (isRefusal(layout)) {
    run.report.failed(layout.because, null);
    return { stop: () => Promise.resolve() };
  }
  return run.setting.role === 'connect' ? calling(run, layout) : called(run, layout);
};

/** Calls the controller, or the terminal server its serial port is on, again and again. */
function calling(run: Run, layout: AliLayout): RunningLine {
  const { host, port } = run.setting;
  const at = addressWithPort(host, port);
  const again = retries(run, () => begin());
  let socket: Socket | null = null;

  function begin(): void {
    const now = connect({ host, port });
    socket = now;
    let why = 'it was closed there';
    now.setKeepAlive(true, KEEP_ALIVE_MS);
    now.setTimeout(CONNECT_MS, () => now.destroy(new Error('no answer')));
    now.on('connect', () => {
      now.setTimeout(0);
      run.report.taking(at);
      attach(now, run, layout, at);
    });
    now.once('data', () => again.began());
    now.on('error', (error) => {
      why = reasonOf(error);
    });
    now.on('close', () =>
      again.later(
        `There is no connection to ${at}: ${why}. Check the ANI/ALI controller and its network port.`,
      ),
    );
  }

  begin();
  return {
    stop: () => {
      again.stop();
      socket?.destroy();
      return Promise.resolve();
    },
  };
}

/** Waits to be called, at the one address it was given. */
function called(run: Run, layout: AliLayout): RunningLine {
  const { host, port } = run.setting;
  const at = addressWithPort(host, port);
  const again = retries(run, () => server.listen({ host, port, exclusive: true }));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const from = socket.remoteAddress ?? at;
    sockets.add(socket);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    // A connection that breaks is theirs to make again.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    attach(socket, run, layout, from);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('drop', (dropped) =>
    run.report.refused({
      from: dropped?.remoteAddress ?? at,
      bytes: null,
      reason: 'too-many-connections',
    }),
  );
  server.on('listening', () => {
    again.began();
    run.report.taking(at);
  });
  server.on('error', (error) =>
    again.later(
      `Nothing can be taken at ${at}: ${reasonOf(error)}. Check the address and the port, and whether another program has it.`,
    ),
  );
  server.listen({ host, port, exclusive: true });
  return {
    stop: () =>
      new Promise((resolve) => {
        again.stop();
        for (const socket of sockets) socket.destroy();
        if (server.listening) server.close(() => resolve());
        else resolve();
      }),
  };
}

function attach(
  socket: Socket,
  { line, desk, report }: Run,
  layout: AliLayout,
  from: string,
): void {
  readSpill(socket, {
    layout,
    line: line.name,
    from,
    desk,
    report,
    elapsed: () => performance.now(),
  });
}

/** Tries again by itself, each time after twice the wait, and says when. */
function retries({ desk, report }: Run, begin: () => void) {
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let over = false;
  return {
    began: () => {
      wait = FIRST_WAIT_MS;
    },
    later: (because: string) => {
      if (over) return;
      report.failed(because, new Date(desk.now().getTime() + wait));
      timer = setTimeout(begin, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    },
    stop: () => {
      over = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing takes the connection there',
  ECONNRESET: 'it was cut there',
  EHOSTUNREACH: 'the address cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'nobody knows that name',
  ETIMEDOUT: 'no answer',
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'this computer does not have that address',
  EACCES: 'this computer does not allow that port',
};

function reasonOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? error.message : code);
}
