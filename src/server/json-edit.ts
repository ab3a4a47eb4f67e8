/** What becomes of a property: it is left out, or its value is replaced by {@link masked}. */
export type Edit = 'drop' | 'mask';

/** A place in a document, and what is to be edited below it. Lists are looked through: their elements share its place. */
export interface Place {
  /** Whether a string that stands here itself is masked. */
  readonly masksText: boolean;
  /** What becomes of a property of an object here: an edit, a place to look further, or nothing. */
  readonly property: (name: string) => Edit | Place | undefined;
}

/** What stands where something is masked, as JSON. */
export const masked = '"•••"';

/** Objects and lists inside each other beyond which a document is refused. */
export const deepest = 100_000;

/**
 * Edits JSON as text. What is not edited keeps every byte: spelling of numbers, escapes, spaces, repeated keys. Reads by
 * the grammar of RFC 8259 and nothing looser, so that no later reader can see another document; takes linear time, and
 * no call stack however deep the document is.
 *
 * @throws SyntaxError where the text is no JSON or is nested deeper than {@link deepest}
 */
export function editJson(text: string, root: Place): string {
  const editor = new Editor(text, root);
  while (!editor.isDone) editor.step();
  return editor.result;
}

/** An object or a list that is being read. */
interface Container {
  readonly closer: '}' | ']';
  readonly place: Place | undefined;
  /** Of the member that is being read: what happens to it, and where its value begins. */
  edit: Edit | undefined;
  value: number;
  /** Where a cut of that member begins: at its comma, or after the brace where no member before it is kept. */
  start: number;
  hasKept: boolean;
}

class Editor {
  readonly #text: string;
  readonly #pieces: string[] = [];
  #copied = 0;
  #at: number;
  readonly #containers: Container[] = [];
  /** Where the next value stands. */
  #place: Place | undefined;
  /** Whether a value comes next, or one has just ended. */
  #isValueNext = true;
  isDone = false;

  constructor(text: string, root: Place) {
    this.#text = text;
    this.#place = root;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
    this.#skipSpace();
  }

  get result(): string {
    return this.#pieces.join('') + this.#text.slice(this.#copied);
  }

  /** Reads on to where the next value begins or one ends. */
  step(): void {
    if (this.#isValueNext) this.#value();
    else this.#afterValue(this.#containers.at(-1));
  }

  #value(): void {
    const first = this.#text[this.#at];
    if (first === '{') return this.#open('}');
    if (first === '[') return this.#open(']');
    const start = this.#at;
    if (first !== '"') this.#literal();
    else {
      this.#string();
      if (this.#place?.masksText) this.#replace(start, masked);
    }
    this.#isValueNext = false;
  }

  #open(closer: Container['closer']): void {
    if (this.#containers.length === deepest) throw this.#malformed();
    this.#at += 1;
    const container: Container = {
      closer,
      place: this.#place,
      edit: undefined,
      value: this.#at,
      start: this.#at,
      hasKept: false,
    };
    this.#containers.push(container);
    this.#skipSpace();
    if (this.#text[this.#at] === closer) this.#close();
    else this.#enter(container);
  }

  #close(): void {
    this.#at += 1;
    this.#containers.pop();
    this.#isValueNext = false;
  }

  /** Goes to a container's next value: past the key and the colon in an object. */
  #enter(container: Container): void {
    this.#isValueNext = true;
    this.#place = container.place;
    if (container.closer === ']') return;
    const start = this.#at;
    if (this.#text[start] !== '"') throw this.#malformed();
    this.#string();
    const found = this.#place?.property(nameOf(this.#text.slice(start, this.#at)));
    container.edit = typeof found === 'string' ? found : undefined;
    this.#place = typeof found === 'string' ? undefined : found;
    this.#skipSpace();
    if (this.#text[this.#at] !== ':') throw this.#malformed();
    this.#at += 1;
    this.#skipSpace();
    container.value = this.#at;
  }

  #afterValue(container: Container | undefined): void {
    if (container?.edit === 'drop') this.#replace(container.start, '');
    else if (container) {
      if (container.edit === 'mask') this.#replace(container.value, masked);
      container.hasKept = true;
    }
    this.#skipSpace();
    const next = this.#text[this.#at];
    if (!container) {
      if (next !== undefined) throw this.#malformed();
      this.isDone = true;
    } else if (next === container.closer) {
      this.#close();
    } else if (next === ',') {
      const comma = this.#at;
      this.#at += 1;
      // Where all members so far are gone, so is the comma.
      if (!container.hasKept) this.#replace(comma, '');
      container.start = container.hasKept ? comma : this.#at;
      this.#skipSpace();
      this.#enter(container);
    } else {
      throw this.#malformed();
    }
  }

  /** Puts something else in the place of the text from `start` up to here. */
  #replace(start: number, by: string): void {
    this.#pieces.push(this.#text.slice(this.#copied, start), by);
    this.#copied = this.#at;
  }

  #skipSpace(): void {
    const text = this.#text;
    let at = this.#at;
    for (let code = text.charCodeAt(at); code <= 0x20; code = text.charCodeAt(at)) {
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
      at += 1;
    }
    this.#at = at;
  }

  /** Reads a string, from its opening quote past its closing one. */
  #string(): void {
    const text = this.#text;
    let at = this.#at + 1;
    for (let code = text.charCodeAt(at); code !== 0x22; code = text.charCodeAt(at)) {
      // Beyond the end a code is NaN.
      if (!(code >= 0x20)) throw this.#malformed();
      at += code === 0x5c ? lengthOfEscape(text, at) : 1;
    }
    this.#at = at + 1;
  }

  #literal(): void {
    const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y;
    literal.lastIndex = this.#at;
    if (!literal.test(this.#text)) throw this.#malformed();
    this.#at = literal.lastIndex;
  }

  #malformed(): SyntaxError {
    return new SyntaxError(`No JSON, or too deep, at ${this.#at}`);
  }
}

function lengthOfEscape(text: string, at: number): number {
  const next = text[at + 1] ?? '';
  if (next === 'u' && /^[\dA-Fa-f]{4}$/.test(text.slice(at + 2, at + 6))) return 6;
  if ('"\\/bfnrt'.includes(next) && next !== '') return 2;
  throw new SyntaxError(`No JSON escape at ${at}`);
}

/** The name that a key spells, escapes read. */
function nameOf(key: string): string {
  return key.includes('\\') ? String(JSON.parse(key)) : key.slice(1, -1);
}
