import { useState, type ReactNode } from 'react';
import { SelectableCollectionContext } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { choicesBelowArrived, type ChoicesBelowProps } from './choices-below.ts';
import '../style/choices.css';

/**
 * Options for a text field that keeps the focus and the keys: the field says which one is marked, a
 * pointer or a screen reader takes one by pressing it.
 */
export function OptionList({
  id,
  label,
  className,
  marked,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly marked: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <SelectableCollectionContext value={IN_THE_FIELD}>
      <ListBox
        id={id}
        aria-label={label}
        className={className}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={marked === undefined ? [] : [marked]}
        // Chromium would let Tab stop at a list that scrolls.
        render={(list) => <div {...list} tabIndex={-1} />}
      >
        {children}
      </ListBox>
    </SelectableCollectionContext>
  );
}

const IN_THE_FIELD = { shouldUseVirtualFocus: true, disallowTypeAhead: true };

/** Not modal, and nothing around it is hidden: an alert is read aloud also while a list is open. */
function ChoicesBelow({
  id,
  label,
  field,
  choices,
  marked,
  onMarked,
  onTake,
  onClose,
}: ChoicesBelowProps) {
  // Never over the strip with the time, nor over police/EMS now in the foot.
  const [room] = useState(() => field.current?.closest('.stage') ?? document.body);
  return (
    <Popover
      isOpen
      isNonModal
      shouldSkipAnimation
      triggerRef={field}
      placement="bottom start"
      offset={0}
      boundaryElement={room}
      containerPadding={8}
      maxHeight={320}
      className="choices-below"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <OptionList id={id} label={label} className="choices-list" marked={choices[marked]?.id}>
        {choices.map((choice, at) => (
          <ListBoxItem
            key={choice.id}
            id={choice.id}
            ref={at === marked ? onMarked : undefined}
            textValue={choice.label}
            className="choice"
            onPress={() => onTake(choice)}
          >
            <span>{choice.label}</span>
            {choice.detail !== undefined && <small>{choice.detail}</small>}
          </ListBoxItem>
        ))}
      </OptionList>
    </Popover>
  );
}

/**
 * The library writes its one rule into the page as an inline style, which the window forbids, unless an
 * element of this name is already there. The rule stands in choices.css instead.
 */
const RULE = 'react-aria-pressable-style';
if (document.getElementById(RULE) === null) {
  const standIn = document.createElement('meta');
  standIn.id = RULE;
  document.head.append(standIn);
}

choicesBelowArrived(ChoicesBelow);
