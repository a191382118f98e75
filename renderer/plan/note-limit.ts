import { NOTE_MOST, sayTooLong } from '#shared/plan/note-fields.ts';
import type { ClipboardEvent } from 'react';

/**
 * Why a text may not stand in the field; null when it may. It is asked before anything is put in: a text of
 * some hundred thousand characters is never drawn, and never cut.
 */
export function tooLong(text: string): string | null {
  return text.length <= NOTE_MOST ? null : sayTooLong(text.length, 'typed');
}

/** The length the field would have after pasting; the clipboard's line ends count as the field counts them. */
export function pasted(event: ClipboardEvent<HTMLTextAreaElement>): string | null {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const text = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n');
  const length = value.length - (selectionEnd - selectionStart) + text.length;
  return length <= NOTE_MOST ? null : sayTooLong(length, 'typed');
}
