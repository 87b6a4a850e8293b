/** The set-up is plain JavaScript: it runs before anything is compiled. */
declare module "*.mjs";
