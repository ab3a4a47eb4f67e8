import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile } from 'tailwindcss';
import tailwind3 from 'tailwindcss3';
import { preprocessCSS, resolveConfig } from 'vite';

const { resolve } = createRequire(import.meta.url);
const read = (file: string) => readFileSync(resolve(file), 'utf8');

async function tailwind3Preflight(): Promise<string> {
  const config = await resolveConfig(
    { configFile: false, css: { postcss: { plugins: [tailwind3({ content: [{ raw: '' }] })] } } },
    'build',
  );
  return (await preprocessCSS('@tailwind base;', 'host.css', config)).code;
}

const boxes = `
  *, *::before, *::after { box-sizing: content-box }
  * { margin: 3px; padding: 2px }
  p, ul, ol, dl, dd, dt, li, h1, h2, h3, h4, h5, h6, article, header, footer, section { margin: 20px 10px; padding: 9px }
  button, input, select { margin: 5px; padding: 20px; border: 5px dotted; border-radius: 20px }
`;

const typography = `
  body { letter-spacing: 4px; line-height: 4; text-transform: uppercase; text-align: center; word-spacing: 5px;
    text-indent: 12px; font-style: italic; font-variant: small-caps; font-weight: 700; text-shadow: 1px 1px red;
    word-break: break-all; white-space: pre; hyphens: auto }
  * { letter-spacing: 2px; line-height: 3; text-transform: uppercase; text-align: right; text-shadow: 1px 1px red;
    font-style: italic; word-spacing: 9px; text-indent: 20px }
  h1, h2, h3, h4, h5, h6 { font: 700 40px/1 serif; letter-spacing: 5px; text-transform: capitalize; color: red }
  p, li, dt, dd, span, strong, time, code { font-size: 30px; font-weight: 100; line-height: 2; color: purple }
  strong, code, mark { background: yellow; color: red; padding: 5px; border: 1px solid; border-radius: 9px }
  code { font-family: fantasy; white-space: pre } a, button { text-decoration: underline; text-transform: uppercase }
`;

const lists = `
  ul, ol { list-style: square inside; padding-left: 40px } li { display: list-item; list-style: disc; margin-left: 2em }
  ul li { margin-bottom: 1em } dl { display: flow-root; border: 1px solid } dt { float: left; clear: left; width: 160px; font-weight: 700 }
  dd { margin: 0 0 .5rem 180px; border-bottom: 1px solid } table { border-collapse: collapse; width: 100% }
  th, td { padding: 12px; border: 1px solid; text-align: right } tr:nth-child(even) { background: #eee }
`;

const controls = `
  button, input, select, textarea { width: 100%; height: 38px; max-width: 90px; min-width: 60px; min-height: 50px; margin-bottom: 16px;
    padding: 0 30px; border: 1px solid #bbb; border-radius: 4px; background: #eef; box-shadow: 0 0 5px red; font: 30px/2 cursive;
    letter-spacing: .1rem; text-transform: uppercase; text-align: left; white-space: nowrap; vertical-align: top; opacity: .9;
    appearance: none }
  button { display: block; background-image: linear-gradient(red, blue); color: white; cursor: crosshair }
  a { color: red; font-weight: 700; border-bottom: 1px dashed }
`;

const graphics = `
  svg { display: block; vertical-align: middle; fill: red; stroke: red; overflow: visible; margin: 4px }
  img, svg, video, canvas { max-width: 50%; height: auto } svg { width: 40px; height: 40px }
  path, rect { transition: none }
`;

const sections = `
  article, section, header, footer, main, nav, aside { display: block; width: 80%; max-width: 300px; min-height: 90px; margin: 1em auto; padding: 40px;
    border: 2px solid; border-radius: 20px; background: #dde; box-shadow: 0 0 9px; text-indent: 20px }
  header, footer { position: sticky; top: 0; text-align: center } div { line-height: 2.5; max-width: 90% }
  p { max-width: 20ch; text-align: justify; hyphens: auto } span { display: inline-block; vertical-align: super }
`;

const effects = `
  article, header, footer, div, p, ul, li, dl, dt, dd, h3, h4, span, strong, code, time, mark, button, input, select, svg {
    transform: rotate(1deg); filter: invert(1); columns: 2; outline: 3px solid red; mix-blend-mode: difference; zoom: 1.2;
    writing-mode: vertical-rl; transition: all 9s; clip-path: circle(40%); order: 3; align-self: end; justify-self: center;
    flex: 0 0 90px; grid-column: 2; gap: 40px; align-items: end; justify-content: end; text-wrap: balance;
    text-emphasis: dot; hyphens: auto; overflow: scroll; text-overflow: clip; isolation: isolate; z-index: 9;
    animation: shake 1s infinite; font-variant-caps: small-caps; tab-size: 20; visibility: hidden; pointer-events: none }
  @keyframes shake { to { translate: 9px } }
`;

/** Stylesheets of hosts, by name; what they say of whole pages, elements and `*`. */
export async function hostSheets(): Promise<Readonly<Record<string, string>>> {
  return {
    'Bootstrap 5 reboot': read('bootstrap/dist/css/bootstrap-reboot.css'),
    'Tailwind 3 preflight': await tailwind3Preflight(),
    'Tailwind 4 preflight': (await compile(read('tailwindcss/preflight.css'))).build([]),
    boxes,
    typography,
    lists,
    controls,
    graphics,
    sections,
    effects,
  };
}
