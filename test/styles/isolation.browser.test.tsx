import { expect, it } from 'vitest';
import text from '../../src/styles/styles.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(text);

/** Every rule, however deep it stands in at-rules. */
function rules(list: CSSRuleList): CSSRule[] {
  return [...list].flatMap((rule) => [
    rule,
    ...('cssRules' in rule && rule.cssRules instanceof CSSRuleList ? rules(rule.cssRules) : []),
  ]);
}

const all = rules(sheet.cssRules);
const styles = all.filter((rule) => rule instanceof CSSStyleRule);
/** What stands between commas, outside of parentheses. */
function splitSelectors(list: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}
const selectors = styles.flatMap(({ selectorText }) => splitSelectors(selectorText));

/** A selector without what costs no specificity. */
function weigh(selector: string): string {
  let weighed = selector;
  for (let start = weighed.indexOf(':where('); start >= 0; start = weighed.indexOf(':where(')) {
    let depth = 0;
    let end = start + ':where'.length;
    do {
      if (weighed[end] === '(') depth += 1;
      if (weighed[end] === ')') depth -= 1;
      end += 1;
    } while (depth > 0 && end < weighed.length);
    weighed = weighed.slice(0, start) + weighed.slice(end);
  }
  return weighed;
}

it('is read whole by the browser', () => {
  expect(styles.length).toBeGreaterThan(50);
});

it('weighs one part a rule at most, so that any class of a host can override it', () => {
  const heavy = selectors
    .map(weigh)
    .filter((rest) => !/^(\[data-lk-part(="[a-z-]+")?\])?(::(before|after|placeholder))?$/.test(rest));
  expect(heavy).toEqual([]);
});

it('touches nothing but the parts of the kit, and what forces a scheme', () => {
  const strays = selectors.filter((selector) => !/data-lk-(part|scheme)/.test(selector));
  expect(strays).toEqual([]);
  const hosts = ['html', 'body', 'div', 'p', 'h3', 'ul', 'li', 'button', 'svg', 'table', 'input'];
  for (const tag of hosts) {
    const element = document.createElement(tag);
    expect(styles.filter(({ selectorText }) => element.matches(selectorText))).toEqual([]);
  }
});

it('sets no token, which are the host’s to set, and no name without our prefix', () => {
  const own = styles.flatMap(({ style }) => [...style].filter((property) => property.startsWith('--')));
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter((property) => !property.startsWith('--lk-_'))).toEqual([]);
  const named = all.flatMap((rule) => {
    if (rule instanceof CSSKeyframesRule) return [rule.name];
    if (rule instanceof CSSContainerRule) return [rule.containerName];
    return rule instanceof CSSLayerBlockRule ? [rule.name] : [];
  });
  expect(named.filter((name) => !name.startsWith('lk-'))).toEqual([]);
});

it('favors neither side, so that it turns with the direction of writing', () => {
  const sided = styles.filter(({ style }) =>
    [...style]
      .filter((property) => property.includes('left'))
      .some((left) => style.getPropertyValue(left) !== style.getPropertyValue(left.replace('left', 'right'))),
  );
  expect(sided.map(({ cssText }) => cssText)).toEqual([]);
});

it('reads every color through a token', () => {
  const colors = styles.flatMap(({ selectorText, style }) =>
    [...style]
      .filter((property) => /color$|^fill$|^background$/.test(property))
      .map((property) => `${selectorText} ${property}: ${style.getPropertyValue(property)}`),
  );
  const untold = colors.map((declaration) =>
    declaration.replaceAll(/var\(--lk-[a-z-]+, ?#[0-9a-f]{3,8}\)/gi, ''),
  );
  expect(untold.filter((declaration) => /#[0-9a-f]{3,8}\b/i.test(declaration))).toEqual([]);
});
