import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardActions from '@mui/material/CardActions';
import CardContent from '@mui/material/CardContent';
import CardHeader from '@mui/material/CardHeader';
import Avatar from '@mui/material/Avatar';
import Chip from '@mui/material/Chip';
import LinearProgress from '@mui/material/LinearProgress';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { loading } from './card.ts';
import type { License } from '../../src/license/index.ts';

const colors = { active: 'success', pending: 'info', needs_input: 'warning', errored: 'error' } as const;

function colorOf(status: string | null | undefined) {
  return Object.entries(colors).find(([name]) => name === status)?.[1] ?? 'default';
}

/** The card as one would write it with MUI. */
export function MuiCard({ license }: { license: License }) {
  const [tab, setTab] = useState(0);
  const { assigned_quantity: assigned, available_quantity: total } = license;
  const percent = assigned && total ? (100 * assigned) / total : 0;
  return (
    <Card variant="outlined">
      <CardHeader
        avatar={<Avatar variant="rounded">Wx</Avatar>}
        title={license.name}
        subheader={license.description}
        action={
          <Tabs value={tab} onChange={(_, value: number) => setTab(value)} aria-label="View">
            <Tab label="Unified" />
            <Tab label="Raw" />
          </Tabs>
        }
      />
      {tab === 0 && (
        <CardContent>
          <Chip size="small" color="success" label={license.status} />
          <Chip size="small" label={license.is_paid ? 'Paid' : 'Free'} />
          <Typography variant="h5">{assigned}</Typography>
          <Typography variant="body2">of {total} seats assigned</Typography>
          <LinearProgress variant="determinate" value={percent} aria-label="Seats assigned" />
          <Typography variant="subtitle2">Products</Typography>
          <List dense>
            {license.products?.map((product) => (
              <ListItem
                key={product.id}
                secondaryAction={<Chip size="small" color={colorOf(product.status)} label={product.status} />}
              >
                <ListItemText primary={product.name} />
              </ListItem>
            ))}
          </List>
          <Typography variant="subtitle2">Roles</Typography>
          <Box component="ul">
            {license.roles?.map((role) => (
              <Chip key={role.id} component="li" size="small" variant="outlined" label={role.name} />
            ))}
          </Box>
          {[license.unit_amount, license.created_at, license.updated_at, license.id].map((value) => (
            <Typography key={value} variant="body2">
              {value}
            </Typography>
          ))}
        </CardContent>
      )}
      {tab === 1 && <CardContent>{loading}</CardContent>}
      <CardActions>
        <Typography variant="caption">Fetched just now</Typography>
        <Button size="small">Refresh</Button>
      </CardActions>
    </Card>
  );
}
