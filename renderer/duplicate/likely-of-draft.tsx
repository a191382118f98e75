import type { LikelyLine } from '#shared/board/duplicate-lines.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { LikelyNotice } from './likely-notice.tsx';
import { useLikely } from './use-likely.ts';

/** Between two words nobody has to read anything. */
const PAUSE_MS = 250;

/** What a call may be the same as that is still being typed. */
export function LikelyOfDraft({
  draft,
  apart,
  onJoin,
  onDifferent,
}: {
  readonly draft: Extract<Input<'duplicate.likely'>, { draft: unknown }>['draft'];
  /** What the person typing has said is something else. */
  readonly apart: readonly CallId[];
  readonly onJoin: (line: LikelyLine & { readonly kind: 'incident' }) => void;
  readonly onDifferent: (line: LikelyLine) => void;
}) {
  const { ani, address, words } = draft;
  const empty = (ani ?? '') === '' && address === '' && words === '';
  const lines = useLikely(empty ? null : { draft }, { wait: PAUSE_MS });
  return (
    <LikelyNotice
      lines={lines.filter(({ callId }) => !apart.includes(callId))}
      onJoin={onJoin}
      onDifferent={onDifferent}
    />
  );
}
