import { useEffect, useRef, useState } from 'react';
import type { Input } from '#shared/contract/console-contract.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { ask, type CommandTopic } from '../desk/ask.ts';
import { forgetForm, type TypedForm } from '../desk/use-typed.ts';

export interface Command<T extends CommandTopic> {
  /** Null while nothing was refused. Stays until the next attempt, beside what caused it. */
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  /** Answers with null when it was refused, or when the same command is still under way. */
  give(input: Input<T>): Promise<Done | null>;
  forget(): void;
}

/**
 * A command with a refusal of its own, for places that show main's sentence beside the field it is
 * about. A second Enter while the first is on its way does nothing. Carried out, it forgets what was kept
 * of the form it was given from.
 */
export function useCommand<T extends CommandTopic>(topic: T, form?: TypedForm): Command<T> {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  async function give(input: Input<T>): Promise<Done | null> {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    const reply: Reply<Done> = await ask(topic, input);
    if (reply.ok && form !== undefined) forgetForm(form);
    underWay.current = false;
    if (shown.current) {
      setBusy(false);
      setRefusal(reply.ok ? null : reply);
    }
    return reply.ok ? reply.value : null;
  }

  return { refusal, busy, give, forget: () => setRefusal(null) };
}
