import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import { useColorScheme } from '@mui/material/styles';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { LicenseCard } from 'truto-license-kit';

const licenseIds = ['a0LXa0000001AaAIAU', 'a0LXa0000001AaCIAU'];

export function Dashboard() {
  return (
    <>
      <AppBar position="static" color="default" elevation={0}>
        <Toolbar sx={{ justifyContent: 'space-between' }}>
          <Typography variant="h6" component="h1">
            Licenses
          </Typography>
          <SchemeSwitch />
        </Toolbar>
      </AppBar>
      <Container sx={{ paddingBlock: 3 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
          {licenseIds.map((licenseId) => (
            <LicenseCard key={licenseId} licenseId={licenseId} vendor="salesforce" headingLevel={2} />
          ))}
        </Box>
      </Container>
    </>
  );
}

function SchemeSwitch() {
  const { colorScheme, setMode } = useColorScheme();
  const other = colorScheme === 'dark' ? 'light' : 'dark';
  return <Button onClick={() => setMode(other)}>Switch to {other}</Button>;
}
