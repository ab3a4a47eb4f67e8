'use client';
import { forwardRef } from 'react';
import { useLicenseContext } from './LicenseContext.ts';
import { RolesList, type RolesListProps } from './RolesList.tsx';
import { roleMessages } from './RolesList.messages.ts';
import { sectionHeading } from './SectionHeading.tsx';
import { useMessages } from './useMessages.ts';

export interface LicenseRolesProps extends Omit<RolesListProps, 'roles' | 'heading'> {}

/** The roles of the license around it, as `RolesList`. Nothing where the answer does not mention them. */
export const LicenseRoles = /* @__PURE__ */ forwardRef<HTMLDivElement, LicenseRolesProps>(
  function LicenseRoles(props, ref) {
    const { license, headingLevel } = useLicenseContext('Roles');
    const messages = useMessages('roles', roleMessages);
    if (license.roles === undefined) return null;
    return (
      <RolesList
        ref={ref}
        {...props}
        roles={license.roles}
        heading={sectionHeading(headingLevel, messages.heading)}
      />
    );
  },
);
