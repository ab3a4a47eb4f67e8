import { createRoot } from 'react-dom/client';
import { Samples } from './samples.tsx';

const place = document.getElementById('samples');
if (place) createRoot(place).render(<Samples />);
