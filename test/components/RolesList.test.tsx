import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RolesList } from '../../src/index.ts';

const roles = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Role ${index}` }));

describe('RolesList', () => {
  it('shows a rest of one at once', () => {
    render(<RolesList roles={roles(4)} max={3} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows as many roles as it is told and the rest on demand, with the focus where it was', async () => {
    render(<RolesList roles={roles(500)} max={3} />);
    expect(screen.getByText('Role 2')).toBeVisible();
    expect(screen.queryByText('Role 3')).not.toBeInTheDocument();
    const more = screen.getByRole('button', { name: '+497 more', expanded: false });
    await userEvent.tab();
    expect(more).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Role 499')).toBeVisible();
    expect(more).toHaveFocus();
    expect(more).toHaveAccessibleName('Show fewer');
    await userEvent.keyboard(' ');
    expect(screen.queryByText('Role 3')).not.toBeInTheDocument();
    expect(more).toHaveFocus();
  });

  it('shows a role twice that is there twice, and one without a name by its id', () => {
    render(<RolesList roles={[{ name: 'Reader' }, { name: 'Reader' }, { id: 'r-1' }, {}]} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Reader',
      'Reader',
      'r-1',
      'Unnamed role',
    ]);
  });

  it.each([0, Number.NaN])('keeps all roles within reach where max is %d', async (max) => {
    render(<RolesList roles={roles(3)} max={max} />);
    expect(screen.queryByText('No roles')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '+3 more' }));
    expect(screen.getByText('Role 2')).toBeVisible();
  });

  it('tells an empty list from one that is not known', () => {
    const { rerender } = render(<RolesList roles={[]} />);
    expect(screen.getByText('No roles')).toBeVisible();
    rerender(<RolesList roles={undefined} />);
    expect(screen.getByText('Roles unknown')).toBeVisible();
  });
});
