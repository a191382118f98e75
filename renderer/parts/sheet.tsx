import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { closeSheet } from '../desk/desk-store.ts';
import { Button } from './button.tsx';
import { RestoredLine } from './restored.tsx';

const FOCUSABLE =
  'input:not([disabled]), textarea:not([disabled]), select:not([disabled]), button:not([disabled]), [tabindex="0"]';

/**
 * A right-hand sheet over the teams: the queue and the recommendation stay visible and usable, so it is
 * a dialog but not a modal one. Focus moves to `[data-first-focus]` or the first control, and back to
 * where it was when the sheet closes. Escape is in the keymap.
 */
export function Sheet({
  title,
  subtitle,
  children,
  footer,
  wide = false,
}: {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly wide?: boolean;
}) {
  const heading = useId();
  const frame = useRef<HTMLElement>(null);

  // Before it is seen: a letter typed at once is the sheet's, not that of the list under it.
  useLayoutEffect(() => {
    const sheet = frame.current;
    const cameFrom = document.activeElement;
    const body = sheet?.querySelector('.sheet-body');
    const first =
      sheet?.querySelector<HTMLElement>('[data-first-focus]') ??
      body?.querySelector<HTMLElement>(FOCUSABLE) ??
      sheet;
    first?.focus();
    return () => {
      // Only when focus is still in the sheet: a person who clicked elsewhere is already where they want.
      const now = document.activeElement;
      const inside = now === document.body || now === null || sheet?.contains(now) === true;
      if (inside && cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, []);

  return (
    <section
      ref={frame}
      className="sheet"
      role="dialog"
      aria-modal="false"
      aria-labelledby={heading}
      data-place="sheet"
      data-wide={wide}
      tabIndex={-1}
    >
      <div className="sheet-head">
        <div>
          <h2 id={heading}>{title}</h2>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <Button tone="quiet" keys="Esc" onClick={closeSheet}>
          Close
        </Button>
      </div>
      <div className="sheet-body">
        <RestoredLine />
        {children}
      </div>
      {footer !== undefined && <div className="sheet-foot">{footer}</div>}
    </section>
  );
}
