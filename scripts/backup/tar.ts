/** The tar format (POSIX ustar), as much of it as a backup needs: folders and plain files, so that any tar unpacks it. */

const BLOCK = 512;
const LONGEST_PATH = 100;

/** A file with its bytes, or a folder; paths are relative and use slashes. */
export interface TarMember {
  readonly path: string;
  readonly kind: "file" | "folder";
  readonly size: number;
  /** To be read to its end before the next member is asked for. */
  readonly body: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** The members as the bytes of a tar file. A body that is shorter than its size is filled with zeros, a longer one cut. */
export async function* writeTar(members: AsyncIterable<TarMember>, now: Date): AsyncGenerator<Buffer> {
  for await (const member of members) {
    yield header(member, now);
    let left = member.size;
    for await (const chunk of member.body) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      if (part.length > 0) yield part;
    }
    yield Buffer.alloc(left + padding(member.size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

function header({ path, kind, size }: TarMember, now: Date): Buffer {
  if (Buffer.byteLength(path) > LONGEST_PATH) throw new Error(`the path ${path} is too long for a backup`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  block.write(path, 0);
  block.write(octal(kind === "folder" ? 0o700 : 0o600, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(Math.floor(now.getTime() / 1000), 12), 136);
  block.write(" ".repeat(8), 148);
  block.write(kind === "folder" ? "5" : "0", 156);
  block.write("ustar\u000000", 257, "latin1");
  block.write(`${octal(checksum(block), 7)} `, 148);
  return block;
}

const checksum = (block: Buffer): number => block.reduce((sum, byte) => sum + byte, 0);

/** The bytes are no tar file, or it ends too early. */
export class TarError extends Error {
  override readonly name = "TarError";
}

/** The members of a tar file; throws TarError where it is damaged. */
export async function* readTar(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarMember> {
  const source = createSource(bytes);
  for (;;) {
    const block = Buffer.concat(await collect(source.take(BLOCK)));
    if (block.every((byte) => byte === 0)) return source.drain();
    const { path, kind, size } = parseHeader(block);
    let unread = true;
    const body = async function* () {
      unread = false;
      yield* source.take(size);
      await collect(source.take(padding(size)));
    };
    yield { path, kind, size, body: body() };
    if (unread && size > 0) throw new TarError(`${path} was not read`);
  }
}

function parseHeader(block: Buffer): Omit<TarMember, "body"> {
  const field = (from: number, length: number) =>
    block
      .subarray(from, from + length)
      .toString("latin1")
      .replace(/[\0 ].*$/s, "");
  const written = Number.parseInt(field(148, 8), 8);
  const blank = Buffer.from(block);
  blank.fill(" ", 148, 156);
  if (written !== checksum(blank)) throw new TarError("a header is damaged");
  const path = block.subarray(0, LONGEST_PATH).toString("utf8").replace(/\0.*$/s, "");
  return { path, kind: field(156, 1) === "5" ? "folder" : "file", size: Number.parseInt(field(124, 12), 8) };
}

interface Source {
  /** The next so many bytes, in pieces; throws TarError at an early end. */
  take(count: number): AsyncGenerator<Buffer>;
  /** Reads what is left, so that errors at the very end are met. */
  drain(): Promise<void>;
}

function createSource(bytes: AsyncIterable<Buffer>): Source {
  const chunks = bytes[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    async *take(count) {
      let left = count;
      while (left > 0) {
        if (rest.length === 0) {
          const next = await chunks.next();
          if (next.done) throw new TarError("it ends too early");
          rest = next.value;
        }
        const part = rest.subarray(0, left);
        rest = rest.subarray(part.length);
        left -= part.length;
        if (part.length > 0) yield part;
      }
    },
    async drain() {
      while (!(await chunks.next()).done);
    },
  };
}

async function collect(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return all;
}
