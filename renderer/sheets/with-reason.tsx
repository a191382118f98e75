import { AskWhy } from './ask-why.tsx';
import { useCommand } from './use-command.ts';

/** Declines, takes back or steps back: a button that asks why before it does. */
export function WithReason({
  topic,
  hash,
  label,
  onDone,
}: {
  readonly topic:
    | 'policy.decline'
    | 'areas.decline'
    | 'areas.withdraw'
    | 'screener.decline'
    | 'screener.withdraw'
    | 'directory.withdraw'
    | 'street-table.withdraw';
  readonly hash: string;
  readonly label: string;
  readonly onDone: () => void;
}) {
  const form = { subject: `decision/${hash}`, form: topic };
  const command = useCommand(topic, form);
  return (
    <AskWhy
      form={form}
      opens={label}
      label={`${label}: why, in a line`}
      does={label}
      refusal={command.refusal}
      busy={command.busy}
      onReason={(reason) =>
        void command.give({ hash, reason }).then((done) => {
          if (done !== null) onDone();
        })
      }
    />
  );
}
