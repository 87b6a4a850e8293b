ALTER TABLE "dokumen" ADD COLUMN "disebut" timestamp with time zone;--> statement-breakpoint
-- What was uploaded before this was remembered may stand in a request: it is never swept.
UPDATE "dokumen" SET "disebut" = "dibuat";
