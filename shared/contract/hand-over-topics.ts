import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, line, operatorId, passphrase } from './input-parts.ts';
import type { PastHandOver, ShiftSheet } from '../board/hand-over-sheet.ts';
import type { HandOverId } from '../lib/brand.ts';

const handOverId = id<HandOverId>();
const signed = z.strictObject({ key: line.min(1).max(80), mark: line.min(1) });

/** A shift changes hands: offered, read, accepted. */
export const handOverTopics = {
  /** Of the person who asks, or of the offer: then only who gives and who takes may read it. */
  'hand-over.sheet': query<ShiftSheet>()(
    'take-calls',
    z.strictObject({ handOverId: handOverId.nullable() }),
  ),
  'hand-over.offer': command(
    'take-calls',
    z.strictObject({ to: operatorId, remark: z.string().max(2_000) }),
  ),
  /** `passphrase` is the oncoming person's, when they accept at the console of who goes; else null. */
  'hand-over.accept': command(
    'take-calls',
    z.strictObject({
      handOverId,
      seen: z.array(signed).max(5_000),
      passphrase: passphrase.nullable(),
    }),
  ),
  'hand-over.decline': command('take-calls', z.strictObject({ handOverId, reason: line })),
  'hand-over.withdraw': command('take-calls', z.strictObject({ handOverId })),
  'hand-over.past': query<readonly PastHandOver[]>()(
    'review-hand-overs',
    z.strictObject({ lines: z.int().min(1).max(500) }),
  ),
} as const;
