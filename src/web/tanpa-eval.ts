/** Must be the first import of every entry: zod otherwise tries `new Function`, which the pages' security policy reports. */
import { z } from "zod";

z.config({ jitless: true });
