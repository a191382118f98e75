import { useId } from 'react';

/** A file from this computer. The label is the button; the field itself is for the keyboard and readers. */
export function FileField({
  label,
  accept,
  tone,
  onFile,
}: {
  readonly label: string;
  readonly accept: string;
  readonly tone: 'plain' | 'quiet';
  readonly onFile: (file: File) => void;
}) {
  const id = useId();
  return (
    <span className="import-file">
      <input
        id={id}
        type="file"
        className="spoken"
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="button" data-tone={tone}>
        {label}
      </label>
    </span>
  );
}
