import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';

export function OwnPassphrase({
  own,
  onOwn,
}: {
  readonly own: string;
  readonly onOwn: (own: string) => void;
}) {
  return (
    <TextField
      label="Your own passphrase"
      hint="The one you sign on with."
      name="own"
      type="password"
      autoComplete="current-password"
      value={own}
      onText={onOwn}
      maxLength={200}
    />
  );
}

export function Cancel({ onStop }: { readonly onStop: () => void }) {
  return (
    <Button tone="quiet" onClick={onStop}>
      Cancel
    </Button>
  );
}
