import type { CallSender } from '#shared/call/call.ts';

/** Who handed a waiting call over, and that it is over there. */
export function SenderMark({ sender: { agency, over } }: { readonly sender: CallSender }) {
  return (
    <span className="line-sender" data-over={over !== null}>
      {over === null ? 'from ' : `▲ ${over} by `}
      <bdi>{agency}</bdi>
    </span>
  );
}
