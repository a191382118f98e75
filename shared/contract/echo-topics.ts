import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { nothing } from './input-parts.ts';
import type { EchoList } from '../board/echo-lines.ts';

/** How incidents ended that one has put on their way. Each sees their own; nobody can ask for another's. */
export const echoTopics = {
  'echo.list': query<EchoList>()('take-calls', z.strictObject({ lines: z.int().min(1).max(200) })),
  'echo.unread': query<{ readonly unread: number }>()('take-calls', nothing),
  'echo.read': command('take-calls', z.strictObject({ upTo: z.int().min(0) })),
} as const;
