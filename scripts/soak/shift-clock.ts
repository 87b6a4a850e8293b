/** Loaded before a program (`node --import 'file:…/shift-clock.js?3600000'`): its clock is wrong by so many ms. */
const shiftMs = Number(new URL(import.meta.url).search.slice(1));

const RealDate = Date;
const now = () => RealDate.now() + shiftMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property) => (property === "now" ? now : Reflect.get(target, property)),
});
