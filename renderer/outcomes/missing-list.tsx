/** What is missing before something can be told. */
export function MissingList({ missing }: { readonly missing: readonly string[] }) {
  return (
    <>
      <p>Still missing:</p>
      <ul className="repeat-missing">
        {missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
