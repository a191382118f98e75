/** The bundler hands over a file asked for with `?raw` as its text. */
declare module '*.tsv?raw' {
  const text: string;
  export default text;
}
