/** What @types/camunda-external-task-client-js 1.3.6 lacks of version 3.1.0 and this runtime uses. */
import "camunda-external-task-client-js";

declare module "camunda-external-task-client-js" {
  interface ClientConfig {
    usePriority?: boolean;
    sorting?: { sortBy: "createTime"; sortOrder: "asc" | "desc" }[];
  }
  interface Client {
    /** Read anew at the start of each poll. */
    readonly options: { interval: number };
    /** Through its `request` goes whatever the client sends; `path` is below the base URL. */
    readonly engineService: {
      request(method: string, path: string, options: { readonly json?: unknown }): Promise<unknown>;
    };
  }
}
