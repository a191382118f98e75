import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, line, nothing } from './input-parts.ts';
import type { IntakeLinesView } from '../board/intake-lines-view.ts';
import { FOLDER_TAKES, LISTENER_LIMITS } from '../intake-line/line-setting.ts';
import type { IntakeLineId } from '../lib/brand.ts';

const lineId = id<IntakeLineId>();
const onLine = z.strictObject({ lineId });
const address = line.min(1, 'Write the address in numbers, such as 127.0.0.1').max(64);
const port = z.int('A port is a number').min(1, 'A port is at least 1').max(65_535);
const path = z.string().min(1, 'Name the file').max(500);
const limit = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most);

const setting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('eido-listener'),
    address,
    port,
    tls: z.strictObject({ certificateFile: path, keyFile: path }).nullable(),
    access: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('token') }),
      z.strictObject({ by: z.literal('client-certificate'), caFile: path }),
    ]),
    limits: z.strictObject({
      documentBytes: limit(LISTENER_LIMITS.documentBytes),
      perMinute: limit(LISTENER_LIMITS.perMinute),
      connections: limit(LISTENER_LIMITS.connections),
      connectionsPerAddress: limit(LISTENER_LIMITS.connectionsPerAddress),
    }),
  }),
  z.strictObject({
    kind: z.literal('ali-spill'),
    role: z.enum(['connect', 'listen']),
    host: address,
    port,
    layout: line.min(1, 'Name the layout of its records').max(80),
  }),
  z.strictObject({
    kind: z.literal('watched-folder'),
    folder: z.string().min(1, 'Name the folder').max(500),
    takes: z.enum(FOLDER_TAKES),
    mapping: line.min(1).max(80).nullable(),
  }),
]);

/** The ways in for what other systems hand over: all of them off until somebody switches one on. */
export const intakeLineTopics = {
  /** Every line, how it stands, and what was refused since the console was started. */
  'intake-line.all': query<IntakeLinesView>()('keep-intake-lines', nothing),
  /** A new line without an id, or one that is there. Its token stays. `made` is the id of the line. */
  'intake-line.set': command(
    'keep-intake-lines',
    z.strictObject({
      lineId: lineId.nullable(),
      name: line.min(1, 'Give the line a name').max(60),
      on: z.boolean(),
      setting,
    }),
  ),
  'intake-line.remove': command('keep-intake-lines', onLine),
  /** `made` is the token, said this once; one that was made before opens the line no more. */
  'intake-line.new-token': command('keep-intake-lines', onLine),
  /** Somebody has read that others tried to get in. */
  'intake-line.see-attempts': command('keep-intake-lines', onLine),
} as const;
