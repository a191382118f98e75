/** A key or a sequence of keys as printed on the keyboard: "Ctrl+K", "g q". Silent for screen readers. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keys.split(' ').map((stroke, at) => (
        <kbd key={at}>{stroke}</kbd>
      ))}
    </span>
  );
}
