/** What each token is for. Its default and its readers stand in the stylesheets, and are taken from there. */
export const tokenUses = {
  '--lk-accent': 'The meter, what refreshes, and the focus ring',
  '--lk-surface': 'Behind everything',
  '--lk-text': 'Text, and what is mixed from it',
  '--lk-radius': 'Corners of a card; the other radii derive from it. With a unit: `0px`',
  '--lk-font': 'Typeface',
  '--lk-text-muted': 'Labels, remarks, what is said quietly',
  '--lk-surface-raised': 'The foot of a card, a button under the pointer',
  '--lk-surface-sunken': 'Behind the tabs, the monogram and the meter',
  '--lk-border': 'Around a card and between its sections',
  '--lk-border-strong': 'Around buttons, fields and roles',
  '--lk-focus': 'The focus ring',
  '--lk-positive': 'Active',
  '--lk-info': 'Pending',
  '--lk-caution': 'Needs action; nearly full',
  '--lk-negative': 'Errored; more seats taken than there are; a card that could not be loaded',
  '--lk-neutral': 'Inactive, and statuses that nobody knows',
  '--lk-radius-control': 'Corners of buttons, fields and tabs',
  '--lk-radius-badge': 'Corners of badges and roles',
  '--lk-shadow': 'Under a card',
  '--lk-font-mono': 'Ids and JSON',
  '--lk-font-size': 'Size of text; headings and badges derive from it',
  '--lk-font-size-small': 'Size of small text',
  '--lk-font-weight-medium': 'Badges, buttons and section headings',
  '--lk-font-weight-bold': 'The name of a license, its seats, its monogram',
  '--lk-line-height': 'Distance of lines',
  '--lk-space': 'The unit of every distance; `density` scales it',
  '--lk-control-size': 'Height of buttons and tabs, at least 24 px',
  '--lk-meter-size': 'Height of the meter',
  '--lk-json-key': 'Keys in the JSON tree',
  '--lk-json-string': 'Strings in it',
  '--lk-json-number': 'Numbers in it',
  '--lk-json-keyword': 'true, false and null in it',
  '--lk-json-current': 'Behind its current row',
  '--lk-json-mark': 'Behind what a search found',
  '--lk-json-mark-text': 'What a search found',
  '--lk-json-row-height': 'Height of its rows, at least 24 px',
  '--lk-json-block-size': 'Height at which it scrolls',
} as const;

export type Token = keyof typeof tokenUses;

/** Texts of the stylesheets by their paths. */
export type Stylesheets = Readonly<Record<string, string>>;

/** The text between the parenthesis at `start` and the one that closes it. */
function enclosed(text: string, start: number): string {
  let depth = 0;
  for (let end = start; end < text.length; end += 1) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')') depth -= 1;
    if (depth === 0) return text.slice(start + 1, end);
  }
  return '';
}

/** What stands for a token that neither a host nor a theme sets. */
export function defaultOf(token: Token, stylesheets: Stylesheets): string {
  const everything = Object.values(stylesheets)
    .join('\n')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\() | (?=\))/g, '');
  const read = everything.indexOf(`var(${token},`);
  if (read < 0) return '';
  const fallback = enclosed(everything, read + 'var'.length)
    .slice(token.length + 1)
    .trim();
  const theme = fallback.indexOf(`var(--lk-_theme-${token.slice('--lk-'.length)},`) === 0;
  const value = theme ? enclosed(fallback, 'var'.length).replace(/^[^,]*,/, '') : fallback;
  return value.replaceAll(/var\(--lk-_([a-z-]+)\)/g, '$1').trim();
}

/** The components whose stylesheets read a token. */
export function readersOf(token: Token, stylesheets: Stylesheets): string[] {
  const name = `var(--lk-_${token.slice('--lk-'.length)})`;
  const direct = `var(${token},`;
  const readers = Object.entries(stylesheets)
    .filter(([file, text]) => {
      const whole = text.replaceAll(/\s+/g, '');
      // What a token derives from does not read it yet.
      const read = file.endsWith('tokens.css') ? whole.replaceAll(/--lk-_[a-z-]+:[^;]*;/g, '') : whole;
      return !file.includes('themes/') && (read.includes(name) || read.includes(direct));
    })
    .map(([file]) => file.replace(/^.*\/|\.css$/g, ''))
    .map((file) => (file === 'base' || file === 'tokens' ? 'every component' : file))
    .map((file) => (file === 'json-tree' ? 'JsonTree' : file));
  return [...new Set(readers)].toSorted();
}
