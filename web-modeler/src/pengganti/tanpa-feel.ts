/**
 * Stands in for the code editors of the properties panel (FEEL, JSON). Camunda 7 has neither FEEL nor JSON fields there,
 * so they are never shown, but would add 185 kB gzipped to the first view. vite.config.ts puts this in their place.
 */
const kosong = (): never[] => [];
// biome-ignore lint/complexity/noStaticOnlyClass: stands in for classes
class Editor {
  static define = () => ({ of: kosong });
  static theme = kosong;
  static baseTheme = kosong;
}
export default Editor;
export {
  Editor as Annotation,
  Editor as EditorState,
  Editor as EditorView,
  Editor as FeelersEditor,
  kosong as bracketMatching,
  kosong as closeBrackets,
  kosong as drawSelection,
  kosong as foldGutter,
  kosong as highlightSpecialChars,
  kosong as history,
  kosong as json,
  kosong as jsonParseLinter,
  kosong as lineNumbers,
  kosong as linter,
  kosong as placeholder,
  kosong as syntaxHighlighting,
};
/** For `@codemirror/view`: the panel writes `keymap.of(…)`. */
export const keymap = { of: kosong };
/** For `@codemirror/language`: handed on to `syntaxHighlighting`, which does nothing here. */
export const defaultHighlightStyle = {};
/** For `@codemirror/language`: the panel spreads it, so it is a list. */
export const foldKeymap = kosong();
/** For `@codemirror/autocomplete`: a list like the one above. */
export const closeBracketsKeymap = kosong();
/** For `@codemirror/commands`: a list like the one above. */
export const defaultKeymap = kosong();
/** For `@codemirror/commands`: a list like the one above. */
export const historyKeymap = kosong();
