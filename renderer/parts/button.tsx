import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Keys } from './kbd.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly children: ReactNode;
  /** The key that does the same, shown and told to screen readers. */
  readonly keys?: string | undefined;
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button({ children, keys, tone = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={className === undefined ? 'button' : `button ${className}`}
      data-tone={tone}
      aria-keyshortcuts={keys}
      {...rest}
    >
      {keys !== undefined && <Keys keys={keys} />}
      <span>{children}</span>
    </button>
  );
}
