import { memo } from 'react';
import { NAME_LINE, type PlacedName } from './place-names.ts';

/** Names of zones and areas, where the signs leave room. */
export const LabelLayer = memo(function LabelLayer({
  names,
}: {
  readonly names: readonly PlacedName[];
}) {
  return names.map((name) => <Name key={name.key} name={name} />);
});

export const Name = memo(function Name({ name }: { readonly name: PlacedName }) {
  const { kind, x, y, lines } = name;
  return (
    <g className="map-label" data-kind={kind} transform={`translate(${x} ${y})`}>
      {lines.map((line, at) => (
        <text key={line} y={(at + 1 - lines.length) * NAME_LINE - 2}>
          {line}
        </text>
      ))}
    </g>
  );
});
