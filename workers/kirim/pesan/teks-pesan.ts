/** Subject and plain text of a message. The subject is logged and shown in lists: never anything secret in it. */
export interface TeksPesan {
  readonly perihal: string;
  readonly isi: string;
}
