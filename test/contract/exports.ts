import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/');

const asWritten =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.WriteArrowStyleSignature;

/**
 * Everything that the package's entries export, with its type: a line for each value, alias and member, so that a
 * difference names what changed.
 */
export function describeExports(): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { types?: string } | string>;
  };
  const entries = Object.entries(exports).flatMap(([path, target]) => {
    const types = typeof target === 'string' ? undefined : target.types;
    return types?.endsWith('index.d.ts')
      ? [{ path, file: join(root, types.replace('./dist/', 'src/').replace('.d.ts', '.ts')) }]
      : [];
  });
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();

  const isOurs = (symbol: ts.Symbol) =>
    (symbol.declarations ?? []).some((node) => node.getSourceFile().fileName.startsWith(source));
  const text = (type: ts.Type, node: ts.Node) =>
    checker.typeToString(type, node, asWritten).replace(/import\("[^"]*"\)\./g, '');
  /** What the declarations leave out. */
  const isInternal = (symbol: ts.Symbol) =>
    symbol.getJsDocTags(checker).some(({ name }) => name === 'internal');
  const isOptional = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0;
  const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true });
  const print = (node: ts.Node) =>
    printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, ' ');
  const parents = (node: ts.Declaration) =>
    ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)
      ? (node.heritageClauses ?? []).map((clause) => ` ${print(clause).trim()}`).join('')
      : '';

  /** The kind of thing and, of an interface or a class, each member that it declares. */
  function describeDeclaration(name: string, symbol: ts.Symbol, node: ts.Declaration): string[] {
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
      const own = checker.getDeclaredTypeOfSymbol(symbol).getProperties().filter(isOurs);
      return [
        `${name} ${ts.isClassDeclaration(node) ? 'class' : 'interface'}${parents(node)}`,
        ...own
          .filter((member) => !/^(#|__)/.test(member.name) && !isInternal(member))
          .map((member) => {
            const type = text(checker.getTypeOfSymbolAtLocation(member, node), node);
            return `${name}.${member.name}${isOptional(member) ? '?' : ''}: ${type}`;
          })
          .toSorted(),
      ];
    }
    if (ts.isTypeAliasDeclaration(node)) return [`${name} = ${print(node.type)}`];
    const type = checker.getTypeOfSymbolAtLocation(symbol, node);
    if (
      !ts.isVariableDeclaration(node) ||
      type.getCallSignatures().length > 0 ||
      !text(type, node).startsWith('typeof ')
    )
      return [`${name}: ${text(type, node)}`];
    return type
      .getProperties()
      .map(
        (member) => `${name}.${member.name}: ${text(checker.getTypeOfSymbolAtLocation(member, node), node)}`,
      )
      .toSorted();
  }

  return entries.flatMap(({ path, file }) => {
    const module = program.getSourceFile(file);
    const symbol = module && checker.getSymbolAtLocation(module);
    if (!symbol) throw new Error(`${path} has no module ${file}`);
    return checker
      .getExportsOfModule(symbol)
      .map((each) => ({
        name: each.name,
        symbol: each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each,
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ name, symbol: { declarations = [] }, symbol: each }) => [
        ...new Set(declarations.flatMap((node) => describeDeclaration(`${path} ${name}`, each, node))),
      ]);
  });
}
