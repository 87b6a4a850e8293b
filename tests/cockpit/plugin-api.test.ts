import { expect, jest, test } from "@jest/globals";
import { bagian } from "../../cockpit/plugin-api.js";

const tenang = () => new Promise((selesai) => setImmediate(selesai));
const api = { api: { engineApi: "/engine" } };

test("Cockpit takes the oldest away, also where it has drawn the next one already", async () => {
  const ditutup: string[] = [];
  const b = bagian<string>(async () => (tempat) => () => ditutup.push(tempat), jest.fn());
  b.render("pertama", api);
  await tenang();
  b.render("kedua", api);
  await tenang();
  b.unmount();
  expect(ditutup).toEqual(["pertama"]);
});

test("what is taken away before it has loaded is never drawn", async () => {
  const pasang = jest.fn(() => () => {});
  const b = bagian<string>(async () => pasang, jest.fn());
  b.render("tempat", api);
  b.unmount();
  await tenang();
  expect(pasang).not.toHaveBeenCalled();
});

test("a part that cannot be loaded says so in its place", async () => {
  jest.spyOn(console, "error").mockImplementation(() => {});
  const gagal = jest.fn();
  const b = bagian<string>(() => Promise.reject(new Error("gone")), gagal);
  b.render("tempat", api);
  await tenang();
  expect(gagal).toHaveBeenCalledWith("tempat");
});
