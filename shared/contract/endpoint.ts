import type { z } from 'zod';
import type { Refusal } from '../lib/refusal.ts';
import type { Permission } from '../roster/permission.ts';

/**
 * One question or command the renderer may put to main. `needs` is the permission it takes: null is
 * open to anybody at the console (first run and sign-on only).
 */
export interface Endpoint<Input extends z.ZodType, Output> {
  readonly kind: 'query' | 'command';
  readonly needs: Permission | null;
  readonly input: Input;
  /** Also asked while the console is locked: what invariant 1 needs, and the way out. */
  readonly whileLocked?: true;
  /** Carries the type of the answer only; nothing is stored under it. */
  readonly output?: Output;
}

export function query<Output>() {
  return <Input extends z.ZodType>(
    needs: Permission | null,
    input: Input,
  ): Endpoint<Input, Output> => ({
    kind: 'query',
    needs,
    input,
  });
}

export function command<Input extends z.ZodType>(
  needs: Permission | null,
  input: Input,
): Endpoint<Input, Done> {
  return { kind: 'command', needs, input };
}

/** Marks what a locked console may ask. Everything else is refused there before it is looked at. */
export function whileLocked<E extends Endpoint<z.ZodType, unknown>>(endpoint: E): E {
  return { ...endpoint, whileLocked: true };
}

/** What a command answers when it was carried out: the journal sequence that holds it. */
export interface Done {
  readonly seq: number;
  /** What it made, when it made something: the id of an incident or a call, or a token that is said only here. */
  readonly made?: string;
  /** It was done and could not be written down yet: that follows once the store can be written. */
  readonly owed?: true;
}

export type Reply<Output> =
  { readonly ok: true; readonly value: Output } | ({ readonly ok: false } & Refusal);
