/**
 * Saves a text as a file, in UTF-8.
 *
 * @param extension in place of `.json`, or at the end
 */
export function download(text: string, fileName: string, extension: string): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: extension === '.txt' ? 'text/plain' : 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName.replace(/(?:\.json)?$/i, extension);
  link.click();
  // Safari reads the file only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
