/** A list of licenses, as vendors send them, of so many bytes. */
function licenses(bytes: number): string {
  const entries: string[] = [];
  for (let index = 0, length = 2; length < bytes; index += 1) {
    const entry = JSON.stringify({
      id: `Y2lzY29zcGFyazovL3VzL0xJQ0VOU0Uv${index}`,
      name: `Webex Suite Enterprise ${index}`,
      totalUnits: index * 7,
      consumedUnits: index % 500,
      active: index % 3 === 0,
      subscriptionId: null,
      price: 14.5 + index / 8,
      tags: ['meetings', 'calling', index],
      owner: { email: `user${index}@example.com`, roles: [{ id: index, name: 'Full administrator' }] },
    });
    entries.push(entry);
    length += entry.length + 1;
  }
  return `{"items":[${entries.join()}],"total":${entries.length}}`;
}

/** The texts that viewers are measured with; the last record of each is looked for. */
export const texts: Readonly<Record<string, () => string>> = {
  '10 kB': () => licenses(10_000),
  '1 MB': () => licenses(1_000_000),
  '10 MB': () => licenses(10_000_000),
  '100k numbers': () => JSON.stringify(Array.from({ length: 100_000 }, (_, index) => index * 3.7)),
  'depth 5,000': () => `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
};
