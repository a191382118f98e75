import { z } from 'zod';
import { command, query } from './endpoint.ts';
import {
  id,
  incidentId,
  line,
  nothing,
  onIncident,
  operatorId,
  passphrase,
} from './input-parts.ts';
import type { KeptScreeners, ScreenerExamination } from '../board/screen-lines.ts';
import type { ScreenId } from '../lib/brand.ts';
import type { Instrument } from '../screen/instrument.ts';
import { SCREEN_ANSWERS, SCREEN_INFORMANTS, SCREEN_ROLES } from '../screen/screen-question.ts';
import { LARGEST_SCREENER_FILE } from '../screen/screener-file.ts';

const text = z
  .string()
  .max(LARGEST_SCREENER_FILE, 'The file is larger than 512 KiB, and no screen is');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'That is not a wording of this desk');
const screenId = id<ScreenId>();
const informant = z.enum(SCREEN_INFORMANTS);

/** The suicide screen: asked by clinicians, its wording kept by supervisors. */
export const screenTopics = {
  'screen.begin': command('phone-work', onIncident),
  /** Answers one question, or takes its answer back. Routing learns of it in the same commit. */
  'screen.answer': command(
    'phone-work',
    z.strictObject({
      incidentId,
      screenId,
      role: z.enum(SCREEN_ROLES),
      answer: z.enum(SCREEN_ANSWERS),
      informant,
    }),
  ),
  /** Nothing more is asked now, whether or not everything was. */
  'screen.finish': command('phone-work', z.strictObject({ incidentId, screenId })),

  /** The questions of a wording that was ever proposed; null for another hash. */
  'screener.wording': query<Instrument | null>()('see-board', z.strictObject({ hash })),
  'screener.kept': query<KeptScreeners>()('keep-screener', nothing),
  /** What a file holds, or what is wrong with it. */
  'screener.examine': query<ScreenerExamination>()('keep-screener', z.strictObject({ text })),
  'screener.propose': command(
    'keep-screener',
    z.strictObject({
      text,
      source: line.min(1),
      /** Under which registration or permission the center uses the wording. */
      registration: line.min(1, 'Say under which registration the center uses the wording'),
    }),
  ),
  /** By another person: signed on here, or with their passphrase beside the one who imported it. */
  'screener.approve': command(
    'keep-screener',
    z.strictObject({
      hash,
      secondPerson: z.strictObject({ operatorId, passphrase }).nullable(),
    }),
  ),
  'screener.decline': command('keep-screener', z.strictObject({ hash, reason: line.min(1) })),
  'screener.withdraw': command('keep-screener', z.strictObject({ hash, reason: line.min(1) })),
} as const;
