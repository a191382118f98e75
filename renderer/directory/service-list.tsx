import { useCallback } from 'react';
import { useDesk } from '../desk/desk-store.ts';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { serviceDomId } from './directory-words.ts';
import { PendingRow, ServiceRow } from './service-row.tsx';
import type { DirectorySearch } from './use-directory.ts';

const HEIGHT = { compact: 68, comfortable: 80 } as const;

/** What was found, twenty thousand of them drawn like twelve. */
export function ServiceList({ search }: { readonly search: DirectorySearch }) {
  const height = useDesk((desk) => HEIGHT[desk.density]);
  const { total, selected, at, line, need, select } = search;
  const count = total ?? 0;
  return (
    <VirtualListbox
      className="service-list"
      label={`${count} ${count === 1 ? 'service' : 'services'}`}
      count={count}
      selected={selected}
      at={at}
      domId={serviceDomId}
      keyOf={useCallback((index: number) => `${index} ${height}`, [height])}
      heightOf={() => height}
      overscan={6}
      tall={600}
      row={(index) => {
        const found = line(index);
        return found === null ? (
          <PendingRow index={index} onSeen={need} />
        ) : (
          <ServiceRow
            line={found}
            position={index + 1}
            total={count}
            selected={found.serviceId === selected}
            onSelect={select}
          />
        );
      }}
    />
  );
}
