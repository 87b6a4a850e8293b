import { expect, test } from "@jest/globals";
import { alamatPeminta } from "../../../../src/gateway/pintu/pembatas.js";

type Peminta = Parameters<typeof alamatPeminta>[0];
const dari = (remoteAddress: string | undefined, lewat?: string): string =>
  alamatPeminta({ socket: { remoteAddress }, get: () => lewat } as unknown as Peminta);

test.each([
  ["a stranger is its own address", dari("203.0.113.9"), "203.0.113.9"],
  ["what a stranger claims is not believed", dari("203.0.113.9", "198.51.100.1"), "203.0.113.9"],
  ["what a proxy of our own network wrote last is", dari("::ffff:172.18.0.5", "1.1.1.1, 198.51.100.7"), "198.51.100.7"],
  ["also over IPv6", dari("fd00::5", "198.51.100.7"), "198.51.100.7"],
  ["a neighbour without a proxy is itself", dari("127.0.0.1"), "127.0.0.1"],
  ["a connection that is gone is nobody", dari(undefined, "1.1.1.1"), ""],
])("%s", (_apa, hasil, alamat) => expect(hasil).toBe(alamat));
