import { ChoiceRow } from '../parts/choice-row.tsx';
import { TextField } from '../parts/field.tsx';
import { AddressFields } from './address-fields.tsx';
import { LIMIT_LABELS, LIMIT_NAMES, type FieldsProps } from './line-draft.ts';

/** Where an EIDO listener listens, who may send, and how much. */
export function ListenerFields({ draft, errors, put }: FieldsProps) {
  const { limits } = draft;
  return (
    <>
      <AddressFields
        draft={draft}
        errors={errors}
        put={put}
        label="Address"
        hint="127.0.0.1 for programs on this computer; its address on the center’s network for others."
      />
      <ChoiceRow
        className="intake-choice"
        legend="Over the network"
        choices={{ http: 'Plain HTTP, on this computer only', tls: 'TLS' }}
        value={draft.tls ? 'tls' : 'http'}
        onChoose={(how) => put(how === 'tls' ? { tls: true } : { tls: false, access: 'token' })}
      />
      {draft.tls && (
        <>
          <TextField
            label="Certificate file"
            hint="PEM, with the certificates between it and its authority."
            value={draft.certificateFile}
            onText={(certificateFile) => put({ certificateFile })}
            error={errors.certificateFile}
            maxLength={500}
          />
          <TextField
            label="Key file"
            value={draft.keyFile}
            onText={(keyFile) => put({ keyFile })}
            error={errors.keyFile}
            maxLength={500}
          />
          <ChoiceRow
            className="intake-choice"
            legend="Who may send"
            choices={{
              token: 'Whoever has the token',
              'client-certificate': 'Whoever shows a client certificate',
            }}
            value={draft.access}
            onChoose={(access) => put({ access })}
          />
          {draft.access === 'client-certificate' && (
            <TextField
              label="Authority’s certificate file"
              hint="Clients whose certificates it has signed may send."
              value={draft.caFile}
              onText={(caFile) => put({ caFile })}
              error={errors.caFile}
              maxLength={500}
            />
          )}
        </>
      )}
      <fieldset className="intake-limits">
        <legend>Limits</legend>
        {LIMIT_NAMES.map((name) => (
          <TextField
            key={name}
            label={LIMIT_LABELS[name]}
            value={limits[name]}
            onText={(text) => put({ limits: { ...limits, [name]: text } })}
            error={errors[name]}
            inputMode="numeric"
            maxLength={9}
          />
        ))}
      </fieldset>
    </>
  );
}
