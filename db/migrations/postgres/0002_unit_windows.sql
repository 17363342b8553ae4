ALTER TABLE "assignment" ADD COLUMN "return_by" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "clock" jsonb;
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "told" jsonb;
