import { repeatPart } from './repeat-part.ts';
import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';

export function repeatAnswers(core: DeskCore): Answers<'outcomes.repeat'> {
  return { 'outcomes.repeat': ({ period }) => repeatPart(core.db, period) };
}
