import type { PacketPreview } from '../board/sharing-view.ts';
import type { PaperKit } from './paper-kit.ts';
import type { PaperSize } from './paper-events.ts';

export interface PrintedPacket {
  readonly preview: PacketPreview;
  readonly size: PaperSize;
}

/** What the page that is drawn for the printer can be. */
export type ToPrint =
  { readonly is: 'kit'; readonly kit: PaperKit } | ({ readonly is: 'packet' } & PrintedPacket);
