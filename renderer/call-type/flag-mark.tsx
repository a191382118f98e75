import './words-flag.css';

/** On a row of the queue: its words speak of something nobody has asked about. */
export function FlagMark({ says }: { readonly says: string }) {
  return (
    <span className="flag-mark" title={`Possible behavioral nexus: ${says}`} dir="auto">
      <span aria-hidden="true">◇</span> <span className="spoken">Possible behavioral nexus: </span>
      {says}
    </span>
  );
}
