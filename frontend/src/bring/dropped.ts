// What was dropped, as files: folders are looked into, and what systems hide in them is left out.

const MOST_DEEP = 12;

/** Every file that was dropped. The entries must be asked for at once: afterwards the browser forgets them. */
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return [...dropped.files].filter(isSeen);
  const found = await Promise.all(entries.filter((entry) => entry !== null).map((entry) => within(entry, 0)));
  return found.flat().filter(isSeen);
}

/** Not one of the files that systems leave in folders. */
export function isSeen(file: { name: string }): boolean {
  return !file.name.startsWith(".") && !["Thumbs.db", "desktop.ini"].includes(file.name);
}

async function within(entry: FileSystemEntry, depth: number): Promise<File[]> {
  if (entry.isFile) return file(entry as FileSystemFileEntry);
  if (depth >= MOST_DEEP) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A folder tells of its files some at a time, and of none when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map((one) => within(one, depth + 1)))).flat());
  }
}

function file(entry: FileSystemFileEntry): Promise<File[]> {
  return new Promise((done) => entry.file((one) => done([one]), () => done([])));
}
