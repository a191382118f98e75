import { z } from 'zod';
import { LARGEST_AREA_FILE } from './area-limits.ts';
import { command, query } from './endpoint.ts';
import { incidentId, line, nothing, operatorId, passphrase, position } from './input-parts.ts';
import type { FoundArea } from '../place/area-map.ts';
import type { AreaExamination, AreaPicture, KeptAreaMaps } from '../place/area-examination.ts';

const text = z
  .string()
  .max(LARGEST_AREA_FILE, 'The file is larger than 16 MiB. Export it with fewer points');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'That is not a map of this desk');
const property = line.min(1);

/** The areas as drawn, and where incidents stand in them. */
export const areaTopics = {
  'areas.kept': query<KeptAreaMaps>()('keep-areas', nothing),
  /** Null while no map is in force. */
  'areas.picture': query<AreaPicture | null>()('see-board', nothing),
  /** Null while no map is in force. */
  'areas.at': query<FoundArea | null>()('see-board', z.strictObject({ position })),
  /** What is wrong with a file, or how its shapes match the policy's areas. */
  'areas.examine': query<AreaExamination>()(
    'keep-areas',
    z.strictObject({ text, property: property.nullable() }),
  ),
  'areas.propose': command(
    'keep-areas',
    z.strictObject({
      text,
      source: line.min(1),
      property,
      /** Area id of the policy to the name of its shape. */
      mapping: z.record(line.min(1).max(64), line.min(1)),
      note: line,
    }),
  ),
  /** By another person: signed on here, or with their passphrase beside the one who imported it. */
  'areas.approve': command(
    'keep-areas',
    z.strictObject({
      hash,
      secondPerson: z.strictObject({ operatorId, passphrase }).nullable(),
    }),
  ),
  'areas.decline': command('keep-areas', z.strictObject({ hash, reason: line.min(1) })),
  'areas.withdraw': command('keep-areas', z.strictObject({ hash, reason: line.min(1) })),
  /** A point for an incident. Its area follows; when another was set, a person says which is right. */
  'incident.set-position': command(
    'answer-facts',
    z.strictObject({
      incidentId,
      position,
      source: z.enum(['typed', 'map']),
      otherArea: z.enum(['ask', 'keep', 'take']),
    }),
  ),
} as const;
