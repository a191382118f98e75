import { phoneNumberOf } from './phone/phone-number.ts';
import { findSafeContact } from '#db/board/safe-contacts-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { SafeContact } from '#shared/contact/safe-contact.ts';

/** One number under one name, however it was typed. One nobody can dial stands as it is. */
export function numberKey(typed: string): string {
  return phoneNumberOf(typed)?.uri ?? typed.trim();
}

/** What is known to be safe on a number; null when nobody has said anything. */
export function safeOn(db: Database, typed: string): SafeContact | null {
  return findSafeContact(db, numberKey(typed));
}
