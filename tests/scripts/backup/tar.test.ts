import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readTar, type TarMember, writeTar } from "../../../scripts/backup/tar.js";
import { temporaryFolder } from "../system/helpers.js";

const file = (path: string, content: string, size = content.length): TarMember => ({
  path,
  kind: "file",
  size,
  body: [Buffer.from(content)],
});
const folder = (path: string): TarMember => ({ path, kind: "folder", size: 0, body: [] });

async function* members(list: readonly TarMember[]) {
  yield* list;
}

async function written(list: readonly TarMember[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of writeTar(members(list), new Date("2026-11-23T02:00:00Z"))) parts.push(part);
  return Buffer.concat(parts);
}

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Buffer, size = 100): Promise<[string, string, string][]> {
  const all: [string, string, string][] = [];
  for await (const { path, kind, body } of readTar(inPieces(bytes, size))) {
    const parts: Buffer[] = [];
    for await (const part of body) parts.push(part);
    all.push([path, kind, Buffer.concat(parts).toString()]);
  }
  return all;
}

test("what was written is read again, however the bytes arrive", async () => {
  const bytes = await written([folder("a"), file("a/kosong", ""), file("a/penuh", "x".repeat(512)), file("b", "isi")]);
  for (const size of [1, 511, 512, 100_000])
    expect(await readAll(bytes, size)).toEqual([
      ["a", "folder", ""],
      ["a/kosong", "file", ""],
      ["a/penuh", "file", "x".repeat(512)],
      ["b", "file", "isi"],
    ]);
});

test("a file that shrank while it was read is filled with zeros, one that grew is cut", async () => {
  const bytes = await written([file("pendek", "ab", 4), file("panjang", "abcdef", 3)]);
  expect((await readAll(bytes)).map(([, , content]) => content)).toEqual(["ab\0\0", "abc"]);
});

test("tar itself unpacks it", async () => {
  const target = temporaryFolder();
  writeFileSync(join(target, "uji.tar"), await written([folder("a"), file("a/b", "isi\n")]));
  expect(spawnSync("tar", ["xf", "uji.tar"], { cwd: target }).status).toBe(0);
  expect(readFileSync(join(target, "a", "b"), "utf8")).toBe("isi\n");
  expect(statSync(join(target, "a", "b")).mode & 0o777).toBe(0o600);
});

test("an early end and a damaged header are told apart from an end", async () => {
  const bytes = await written([file("a", "isi"), file("b", "isi")]);
  await expect(readAll(bytes.subarray(0, 1_024))).rejects.toThrow("it ends too early");
  bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3);
  await expect(readAll(bytes)).rejects.toThrow("a header is damaged");
});
