/** What Cockpit 7.24 gives to and wants of a plug-in (read in its bootstrap script). */

/** `engineApi`: the engine's REST for the session; the ids only where the plug-in point has one. */
export interface ParameterPlugin {
  readonly api: { readonly engineApi: string };
  readonly processInstanceId?: string;
  readonly processDefinitionId?: string;
}

/** One entry of the list that Cockpit takes from a custom script; one without `render` is a link in the navigation. */
export interface Plugin {
  readonly id: string;
  readonly pluginPoint: string;
  readonly priority?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly render?: (tempat: unknown, parameter: ParameterPlugin) => void;
  readonly unmount?: () => void;
}

/** Draws into its place and answers what takes it away again. */
export type Pasang<Tempat> = (tempat: Tempat, parameter: ParameterPlugin) => () => void;

/**
 * The two ends of a part that is loaded when first shown. Cockpit may draw the next one before it takes the last away
 * and does not say which it means: it is always the oldest.
 */
export function bagian<Tempat>(
  muat: () => Promise<Pasang<Tempat>>,
  gagal: (tempat: Tempat) => void,
): Required<Pick<Plugin, "render" | "unmount">> {
  const terpasang: (() => void)[] = [];
  const render = (tempat: unknown, parameter: ParameterPlugin) => {
    let ditutup = false;
    let tutup = () => {};
    terpasang.push(() => {
      ditutup = true;
      tutup();
    });
    const wadah = tempat as Tempat;
    muat().then(
      (pasang) => {
        if (!ditutup) tutup = pasang(wadah, parameter);
      },
      (sebab: unknown) => {
        console.error(sebab);
        if (!ditutup) gagal(wadah);
      },
    );
  };
  return { render, unmount: () => terpasang.shift()?.() };
}
