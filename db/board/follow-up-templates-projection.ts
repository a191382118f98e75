import type { Projection } from './projection.ts';
import { statement, type Database } from '../open-database.ts';
import { USUAL_TEMPLATES, type FollowUpTemplate } from '#shared/contact/follow-up-templates.ts';

/** The sets of follow-ups the center has now: the last ones it wrote. */
export const followUpTemplatesProjection: Projection = {
  name: 'board_follow_up_templates',
  version: 1,
  key: 'one',
  ddl: `
    CREATE TABLE board_follow_up_templates (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      templates TEXT NOT NULL
    ) STRICT;
  `,
  apply(db, { event }) {
    if (event.type !== 'follow-up.templates-set') return;
    statement(db, 'INSERT OR REPLACE INTO board_follow_up_templates VALUES (1, ?)').run(
      JSON.stringify(event.templates),
    );
  },
};

export function followUpTemplates(db: Database): readonly FollowUpTemplate[] {
  const row = statement(db, 'SELECT templates FROM board_follow_up_templates').get();
  if (row === undefined) return USUAL_TEMPLATES;
  return JSON.parse((row as { templates: string }).templates) as FollowUpTemplate[];
}
