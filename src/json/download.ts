/** Saves a text as a file, in UTF-8. */
export function download(text: string, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Safari reads the file only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `license.json` as `license.redacted.json`, or with another extension. */
export function withExtension(fileName: string, extension: string): string {
  return fileName.replace(/(?:\.json)?$/i, extension);
}
