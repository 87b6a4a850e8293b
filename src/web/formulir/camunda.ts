/** The part of Tasklist's embedded-form API that is used (camunda-bpm-sdk of 7.24, read in its source). */

interface VariabelForm {
  readonly name: string;
  /** With "Json" the SDK itself turns the value into JSON text when it submits. */
  readonly type: "Json";
  readonly value: unknown;
}

/** What Tasklist hands a form's script; `taskId` is missing in the start form, `submitPrevented` stops a submit. */
export interface CamForm {
  readonly taskId?: string | undefined;
  readonly processDefinitionId?: string | undefined;
  readonly formElement: ArrayLike<HTMLElement>;
  submitPrevented: boolean;
  storePrevented: boolean;
  /** Set once a form is mounted; until then its file's guard refuses every submit. */
  rpSiap?: boolean;
  readonly variableManager: {
    variable(nama: string): unknown;
    createVariable(variabel: VariabelForm): void;
    destroyVariable(nama: string): void;
  };
  /** Handlers get the form itself and the event's arguments as a list. */
  on(peristiwa: string, tangani: (form: CamForm, isi: readonly unknown[]) => void): unknown;
}

/** The Angular scope of the form. */
export interface LingkupForm {
  readonly $root?: { readonly authentication?: { readonly name?: string } };
  $eval(ungkapan: string): unknown;
  $watch(ungkapan: string, tangani: (nilai: unknown) => void): unknown;
  $on(peristiwa: string, tangani: () => void): unknown;
}
