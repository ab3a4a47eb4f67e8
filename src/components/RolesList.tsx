'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import type { Role } from '../license/index.ts';
import { entriesOf, nameOf } from './list.ts';
import { roleMessages } from './RolesList.messages.ts';
import { useExpansion } from './useExpansion.tsx';
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
  { roles, max, heading, ...rest },
  ref,
) {
  const messages = useMessages('roles', roleMessages);
  const all = entriesOf(roles);
  const { shown, isExpanded, more } = useExpansion(all, messages, max);

  return (
    <div ref={ref} {...rest} data-lk-part="roles">
      {heading}
      {all?.length ? (
        <ul data-expanded={isExpanded ? '' : undefined} data-lk-part="roles-list">
          {shown.map((role, index) => (
            <li data-lk-part="role" key={index}>
              {nameOf(role) ?? messages.unnamed}
            </li>
          ))}
          {more ? (
            // Keyed, so that the button stays the one that has the focus.
            <li data-lk-part="roles-more" key="more">
              {more}
            </li>
          ) : null}
        </ul>
      ) : (
        <p data-lk-part="remark">{all ? messages.empty : messages.unknown}</p>
      )}
    </div>
  );
});
