import { expect, test } from 'vitest';
import { eidoDesk } from '../support/eido-desk.ts';
import { eidoText } from '../support/eido-examples.ts';
import { verifyDocuments } from '#db/delivery/verify-documents.ts';

test('a document that was taken in is held against its hash, and a missing one is missed', () => {
  const { desk, deliver } = eidoDesk();
  const { db } = desk;
  expect(verifyDocuments(db)).toEqual([]);
  deliver(eidoText(), eidoText({ lastUpdateTimeStamp: '2026-03-03T11:55:00-06:00' }));
  expect(verifyDocuments(db)).toEqual([]);

  expect(() => db.exec("UPDATE kept_documents SET text = '{}'")).toThrow();
  db.exec('DROP TRIGGER kept_documents_never_change');
  db.exec(
    `UPDATE kept_documents SET text = text || ' '
     WHERE hash = (SELECT MIN(hash) FROM kept_documents)`,
  );
  expect(verifyDocuments(db)).toMatchObject([{ is: 'changed' }]);
  db.exec('DELETE FROM kept_documents');
  expect(verifyDocuments(db)).toMatchObject([{ is: 'missing' }, { is: 'missing' }]);
  desk.close();
});

test('a file from before other systems handed anything over has none', () => {
  const { desk } = eidoDesk();
  desk.db.exec('DROP TABLE kept_documents');
  expect(verifyDocuments(desk.db)).toEqual([]);
  desk.close();
});
