import type { PolicyMark } from '#shared/board/board-rows.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { ask } from './ask.ts';
import { boardStore } from './board-store.ts';
import { deskStore, say, setHello } from './desk-store.ts';

/** A document that could not be fetched, or is not yet the one of the board, is asked for again. */
const AGAIN_MS = 5_000;

/** The hash each document came with: the document itself does not say it. */
const hashes = new WeakMap<Policy, string>();

/** The document in force. Nobody signed on, or not yet, is a refusal. */
export async function fetchPolicy(): Promise<Reply<Policy>> {
  const reply = await ask('policy.in-force', {});
  if (!reply.ok) return reply;
  hashes.set(reply.value.policy, reply.value.hash);
  return { ok: true, value: reply.value.policy };
}

/**
 * Keeps the document of this window the one the board says is in force, so that labels, call types,
 * areas and teams follow without a restart. Main announces the change itself, as it does all others.
 */
export function followPolicy(): () => void {
  let stopped = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  /** Hash that is being asked for: nothing that happens meanwhile asks a second time. */
  let asked: string | null = null;

  const follow = () => {
    const mark = boardStore.getState().policy;
    if (mark === null || mark.hash === asked || !isBehind(mark)) return;
    asked = mark.hash;
    clearTimeout(again);
    void fetchFor(mark, true);
  };

  const fetchFor = async (mark: PolicyMark, first: boolean) => {
    const reply = await fetchPolicy();
    const { hello } = deskStore.getState();
    if (stopped || hello?.session == null) return;
    if (reply.ok) setHello({ ...hello, policyVersion: reply.value.version }, reply.value);
    else if (first) sayOutdated(mark, reply.because);
    const now = boardStore.getState().policy;
    if (now === null || now.hash !== mark.hash) return;
    if (isBehind(now)) again = setTimeout(() => void fetchFor(now, false), AGAIN_MS);
    else asked = null;
  };

  const stopBoard = boardStore.subscribe((board, before) => {
    if (board.policy !== before.policy) follow();
  });
  const stopDesk = deskStore.subscribe((desk, before) => {
    if (desk.policy !== before.policy || desk.hello !== before.hello) follow();
  });
  return () => {
    stopped = true;
    clearTimeout(again);
    stopBoard();
    stopDesk();
  };
}

/** Somebody works with another document than the one in force. Before anybody signed on nobody does. */
function isBehind(mark: PolicyMark): boolean {
  const { hello, policy } = deskStore.getState();
  if (hello?.session == null || hello.locked === true) return false;
  return policy === null || hashes.get(policy) !== mark.hash;
}

function sayOutdated({ version }: PolicyMark, because: string): void {
  const shown = deskStore.getState().policy?.version ?? 'no policy';
  say({
    tone: 'alert',
    text: `Policy ${version} is in force, but this window could not fetch it: ${because} Call types, areas and teams are still shown as in ${shown}. It is asked for again by itself; decisions already follow ${version}.`,
    cause: 'policy.in-force',
  });
}
