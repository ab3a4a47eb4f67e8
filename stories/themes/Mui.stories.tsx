import {
  Button,
  Card,
  CardContent,
  CardHeader,
  Chip,
  type ChipProps,
  ScopedCssBaseline,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tabs,
  TextField,
  Typography,
} from '@mui/material';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/mui.css?inline';
import { connections, type HostProps, hostParameters, inADashboard, schemeInScheme } from './dashboard.tsx';
import { withStyles } from './HostStyles.tsx';

const mui = createTheme({
  cssVariables: { rootSelector: '.mui-host', colorSchemeSelector: '[data-mui-scheme="%s"]' },
  colorSchemes: { light: true, dark: true },
});

const colors: Record<Tone, ChipProps['color']> = {
  positive: 'success',
  info: 'info',
  caution: 'warning',
  negative: 'error',
  neutral: 'default',
};

/** Variables of a class, where an app has them on its whole page: the other stories share this one. */
const Host = ({ scheme, children }: HostProps) => (
  <ThemeProvider theme={mui} storageManager={null} colorSchemeNode={null}>
    <div className="mui-host" data-mui-scheme={scheme}>
      <ScopedCssBaseline>{children}</ScopedCssBaseline>
    </div>
  </ThemeProvider>
);

const Top = () => (
  <>
    <header className="host-head">
      <Typography variant="h5" component="h1">
        Licenses
      </Typography>
      <div className="host-actions">
        <Button variant="outlined">Export</Button>
        <Button variant="contained">Assign seats</Button>
      </div>
    </header>
    <Tabs value={0} aria-label="Directory">
      <Tab label="Licenses" />
      <Tab label="Members" />
      <Tab label="Billing" />
    </Tabs>
  </>
);

const Connections = () => (
  <Card variant="outlined">
    <CardHeader
      title="Connections"
      subheader="Where seats are counted"
      slotProps={{ title: { variant: 'h6', component: 'h2' } }}
    />
    <CardContent>
      <TextField label="Find a vendor" size="small" fullWidth />
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>Vendor</TableCell>
            <TableCell>Seats</TableCell>
            <TableCell>State</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {connections.map(({ vendor, seats, state, tone }) => (
            <TableRow key={vendor}>
              <TableCell>{vendor}</TableCell>
              <TableCell>{seats}</TableCell>
              <TableCell>
                <Chip label={state} color={colors[tone]} size="small" variant="outlined" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </CardContent>
  </Card>
);

export default {
  title: 'Themes/MUI',
  tags: ['!autodocs'],
  decorators: [withStyles(theme)],
  parameters: hostParameters,
};

export const InADashboard = inADashboard({ Host, Top, Connections });

export const SchemeInScheme = schemeInScheme(Host);
