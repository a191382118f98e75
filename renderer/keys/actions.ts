import { createStore } from 'zustand/vanilla';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';

/** Answers false when it does not apply just now; the key then does what it would do without us. */
export type Action = () => void | false;

/** The last one to register is asked first: an open list stands before its pane, a pane before the window. */
const registered = createStore<ReadonlyMap<string, readonly Action[]>>(() => new Map());

/** What is to be run as soon as something on the screen offers it; one at a time. */
let awaited: string | null = null;

/** Whatever is pressed or opened next takes the place of what was awaited. */
export function awaitAction(id: string | null): void {
  awaited = id;
}

export function registerAction(id: string, action: Action): () => void {
  change(id, (actions) => [...actions, action]);
  if (awaited === id) {
    awaited = null;
    // Who registers is being drawn just now, and is asked once it is.
    queueMicrotask(action);
  }
  return () => change(id, (actions) => actions.filter((each) => each !== action));
}

function change(id: string, to: (actions: readonly Action[]) => readonly Action[]): void {
  const next = new Map(registered.getState());
  const actions = to(next.get(id) ?? []);
  if (actions.length === 0) next.delete(id);
  else next.set(id, actions);
  registered.setState(next, true);
}

/** Runs an action by its id. False when nobody on the screen offers it, or when it does not apply. */
export function runAction(id: string): boolean {
  const actions = registered.getState().get(id) ?? [];
  return actions.toReversed().some((action) => action() !== false);
}

export function isOffered(id: string): boolean {
  return registered.getState().has(id);
}

/** For the help sheet: which actions something on the screen offers now. */
export function useOffered(): ReadonlyMap<string, readonly Action[]> {
  return useStore(registered);
}

/** Registers actions while the component is on the screen. They may close over fresh state. */
export function useActions(actions: Readonly<Record<string, Action>>): void {
  const latest = useRef(actions);
  // With the page, both: a key right after it means what is drawn, and none falls between the two.
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const ids = Object.keys(actions).sort().join(' ');
  useLayoutEffect(() => {
    const undo = ids
      .split(' ')
      .map((id) => registerAction(id, () => latest.current[id]?.() ?? undefined));
    return () => {
      for (const each of undo) each();
    };
  }, [ids]);
}
