import { useId, useMemo, useState } from 'react';
import { LicenseCard } from '../../src/components/index.ts';
import { licenseOf } from '../accounts.ts';
import { HostStyles } from './HostStyles.tsx';
import './Editor.css';

interface Look {
  accent: string;
  surface: string;
  text: string;
  /** In pixels. */
  radius: number;
  font: string;
  scheme: 'light' | 'dark';
}

const fonts: Readonly<Record<string, string>> = {
  'Of the page': 'inherit',
  System: 'system-ui, sans-serif',
  Serif: "Georgia, 'Noto Serif', serif",
  Rounded: "ui-rounded, 'Nunito', 'Quicksand', sans-serif",
  Monospaced: "ui-monospace, 'Noto Sans Mono', monospace",
};

const harbor: Look = {
  accent: '#0f766e',
  surface: '#ffffff',
  text: '#12211f',
  radius: 6,
  font: 'Of the page',
  scheme: 'light',
};

const looks: Readonly<Record<string, Look>> = {
  Harbor: harbor,
  Clay: {
    accent: '#a4481f',
    surface: '#fbf6f0',
    text: '#2b211b',
    radius: 2,
    font: 'Serif',
    scheme: 'light',
  },
  Plum: {
    accent: '#c4a1ff',
    surface: '#211a2e',
    text: '#f1ecf9',
    radius: 18,
    font: 'System',
    scheme: 'dark',
  },
  Terminal: {
    accent: '#5fd38d',
    surface: '#0d1210',
    text: '#dcebe2',
    radius: 0,
    font: 'Monospaced',
    scheme: 'dark',
  },
};

const densities = ['comfortable', 'compact'] as const;
const colors = ['accent', 'surface', 'text'] as const;
const schemes = ['light', 'dark'] as const;

const card = licenseOf('salesforce', 'Products that wait');

/** What a host copies into a stylesheet of its own. */
function cssOf({ accent, surface, text, radius, font, scheme }: Look): string {
  return `.my-dashboard {
  color-scheme: ${scheme};
  --lk-accent: ${accent};
  --lk-surface: ${surface};
  --lk-text: ${text};
  --lk-radius: ${radius}px;
  --lk-font: ${fonts[font] ?? 'inherit'};
}`;
}

/** Five tokens, set while the card is shown: the stylesheet to copy is the one in force. */
export function Editor() {
  const id = useId();
  const [look, setLook] = useState<Look>(harbor);
  const [density, setDensity] = useState<(typeof densities)[number]>('comfortable');
  const [announcement, announce] = useState('');
  const css = cssOf(look);
  const sheets = useMemo(() => [css], [css]);

  const change = (part: Partial<Look>) => {
    announce('');
    setLook({ ...look, ...part });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(css);
      announce('Copied.');
    } catch {
      announce('The browser does not allow copying. Select the text instead.');
    }
  };

  return (
    <div className="theme-editor">
      <div className="theme-editor-grid">
        <form
          className="theme-editor-controls"
          aria-label="Theme"
          onSubmit={(event) => event.preventDefault()}
        >
          <div role="group" aria-label="Start from" className="theme-editor-looks">
            {Object.entries(looks).map(([name, each]) => (
              <button
                key={name}
                type="button"
                aria-pressed={css === cssOf(each)}
                onClick={() => change(each)}
              >
                <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
                  <rect width="16" height="16" rx="4" fill={each.surface} />
                  <circle cx="8" cy="8" r="4" fill={each.accent} />
                </svg>
                {name}
              </button>
            ))}
          </div>

          <div className="theme-editor-colors">
            {colors.map((name) => (
              <label key={name}>
                <input
                  type="color"
                  value={look[name]}
                  onChange={({ target }) => change({ [name]: target.value })}
                />
                {name}
              </label>
            ))}
          </div>

          <label className="theme-editor-field" htmlFor={`${id}-radius`}>
            <span>Radius</span>
            <output htmlFor={`${id}-radius`}>{look.radius} px</output>
            <input
              id={`${id}-radius`}
              type="range"
              min={0}
              max={24}
              value={look.radius}
              aria-valuetext={`${look.radius} pixels`}
              onChange={({ target }) => change({ radius: target.valueAsNumber })}
            />
          </label>

          <label className="theme-editor-field">
            <span>Font</span>
            <select value={look.font} onChange={({ target }) => change({ font: target.value })}>
              {Object.keys(fonts).map((font) => (
                <option key={font}>{font}</option>
              ))}
            </select>
          </label>

          <fieldset className="theme-editor-choice">
            <legend>Scheme</legend>
            {schemes.map((scheme) => (
              <label key={scheme}>
                <input
                  type="radio"
                  name={`${id}-scheme`}
                  checked={look.scheme === scheme}
                  onChange={() => change({ scheme })}
                />
                {scheme}
              </label>
            ))}
          </fieldset>

          <fieldset className="theme-editor-choice">
            <legend>Density, a prop of the card</legend>
            {densities.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`${id}-density`}
                  checked={density === each}
                  onChange={() => setDensity(each)}
                />
                {each}
              </label>
            ))}
          </fieldset>
        </form>

        <HostStyles sheets={sheets}>
          <div className="my-dashboard">
            <LicenseCard {...card} headingLevel={2} density={density} maxProducts={3} maxRoles={3} />
          </div>
        </HostStyles>

        <div className="theme-editor-result">
          {/* Scrolls sideways where it must, by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} role="region" aria-label="CSS" dir="ltr">
            {css}
          </pre>
          <div className="theme-editor-copy">
            <button type="button" onClick={() => void copy()}>
              Copy CSS
            </button>
            <span role="status">{announcement}</span>
          </div>
        </div>
      </div>
    </div>
  );
}
