import type { FOLDER_TAKES } from '#shared/intake-line/line-setting.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { TextField } from '../parts/field.tsx';
import { AddressFields } from './address-fields.tsx';
import type { FieldsProps } from './line-draft.ts';

/** Where records of the location database come from. */
export function SpillFields({ draft, errors, put }: FieldsProps) {
  return (
    <>
      <ChoiceRow
        className="intake-choice"
        legend="Who calls whom"
        choices={{
          connect: 'This desk connects to the other system',
          listen: 'The other system connects to this desk',
        }}
        value={draft.role}
        onChoose={(role) => put({ role })}
      />
      <AddressFields
        draft={draft}
        errors={errors}
        put={put}
        label={draft.role === 'connect' ? 'Address of the other system' : 'Address here'}
      />
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
      <ChoiceRow
        className="intake-choice"
        legend="What its files are"
        choices={TAKES_LABELS}
        value={draft.takes}
        onChoose={(takes) => put({ takes })}
      />
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
