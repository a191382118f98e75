import { TextField } from '../parts/field.tsx';
import type { FieldsProps } from './line-draft.ts';

/** Where a line listens, or whom it calls. */
export function AddressFields({
  draft,
  errors,
  put,
  ...address
}: FieldsProps & { readonly label: string; readonly hint?: string }) {
  return (
    <div className="intake-address">
      <TextField
        {...address}
        value={draft.address}
        onText={(text) => put({ address: text })}
        error={errors.address}
        maxLength={64}
      />
      <TextField
        label="Port"
        value={draft.port}
        onText={(port) => put({ port })}
        error={errors.port}
        inputMode="numeric"
        maxLength={5}
      />
    </div>
  );
}
