import { FOLDER_TAKES } from '#shared/intake-line/line-setting.ts';
import { TextField } from '../parts/field.tsx';
import type { FieldsProps } from './listener-fields.tsx';

/** Where records of the location database come from. */
export function SpillFields({ draft, errors, put }: FieldsProps) {
  return (
    <>
      <fieldset className="intake-choice">
        <legend>Who calls whom</legend>
        <label>
          <input
            type="radio"
            name="intake-role"
            checked={draft.role === 'connect'}
            onChange={() => put({ role: 'connect' })}
          />
          This desk connects to the other system
        </label>
        <label>
          <input
            type="radio"
            name="intake-role"
            checked={draft.role === 'listen'}
            onChange={() => put({ role: 'listen' })}
          />
          The other system connects to this desk
        </label>
      </fieldset>
      <div className="intake-address">
        <TextField
          label={draft.role === 'connect' ? 'Address of the other system' : 'Address here'}
          value={draft.address}
          onText={(address) => put({ address })}
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
      <TextField
        label="Layout of its records"
        value={draft.layout}
        onText={(layout) => put({ layout })}
        error={errors.layout}
        maxLength={80}
      />
    </>
  );
}

const TAKES_LABELS: Readonly<Record<(typeof FOLDER_TAKES)[number], string>> = {
  eido: 'EIDO documents',
  ali: 'ALI records',
  csv: 'CSV exports of past calls',
};

/** A folder another program puts files into. */
export function FolderFields({ draft, errors, put }: FieldsProps) {
  return (
    <>
      <TextField
        label="Folder"
        hint="The whole path. Its files are taken one after the other."
        value={draft.folder}
        onText={(folder) => put({ folder })}
        error={errors.folder}
        maxLength={500}
      />
      <fieldset className="intake-choice">
        <legend>What its files are</legend>
        {FOLDER_TAKES.map((takes) => (
          <label key={takes}>
            <input
              type="radio"
              name="intake-takes"
              checked={draft.takes === takes}
              onChange={() => put({ takes })}
            />
            {TAKES_LABELS[takes]}
          </label>
        ))}
      </fieldset>
      {draft.takes !== 'eido' && (
        <TextField
          label={draft.takes === 'csv' ? 'Mapping' : 'Layout of its records'}
          hint="Left empty, it is recognised by what is in the file."
          value={draft.mapping}
          onText={(mapping) => put({ mapping })}
          maxLength={80}
        />
      )}
    </>
  );
}
