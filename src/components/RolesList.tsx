'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react';
import type { Role } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { formatCount } from './intl.ts';
import { entriesOf } from './list.ts';
import { format, plural } from './message.ts';
import { roleMessages } from './RolesList.messages.ts';
import { textOf } from './text.ts';
import { useMessages } from './useMessages.ts';

export interface RolesListProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** `roles`. What is no list counts as not known. */
  roles: readonly Role[] | null | undefined;
  /**
   * How many are shown until the rest is asked for. A rest of one is shown at once.
   * @default 6
   */
  max?: number | undefined;
  /** Stands above the list. */
  heading?: ReactNode;
}

/**
 * The roles that a license grants, as chips. A role without a name goes by its id.
 *
 * @example
 * <RolesList roles={license.roles} max={3} />
 */
export const RolesList = /* @__PURE__ */ forwardRef<HTMLDivElement, RolesListProps>(function RolesList(
  { roles, max = 6, heading, ...rest },
  ref,
) {
  const { locale } = useLicenseSettings();
  const messages = useMessages('roles', roleMessages);
  const [isExpanded, setExpanded] = useState(false);

  const all = entriesOf(roles);
  const hidden = all && all.length > max + 1 ? all.length - max : 0;
  const shown = hidden && !isExpanded ? all?.slice(0, max) : all;

  return (
    <div {...rest} ref={ref} data-lk-part="roles">
      {heading}
      {shown?.length ? (
        <ul data-lk-part="roles-list" data-expanded={hidden && isExpanded ? '' : undefined}>
          {shown.map((role, index) => (
            <li data-lk-part="role" key={index}>
              {textOf(role.name) ?? textOf(role.id) ?? messages.unnamed}
            </li>
          ))}
          {hidden ? (
            // Keyed, so that the button stays the one that has the focus.
            <li data-lk-part="roles-more" key="more">
              <button
                type="button"
                data-lk-part="more"
                aria-expanded={isExpanded}
                onClick={() => setExpanded(!isExpanded)}
              >
                {isExpanded
                  ? messages.showFewer
                  : format(plural(messages.showMore, hidden, locale), { count: formatCount(hidden, locale) })}
              </button>
            </li>
          ) : null}
        </ul>
      ) : (
        <p data-lk-part="remark">{shown ? messages.empty : messages.unknown}</p>
      )}
    </div>
  );
});
