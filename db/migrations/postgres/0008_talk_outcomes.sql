ALTER TABLE "call" ADD COLUMN "outcome" text;
--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "outcome_note" text;
--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "return_to" text;
--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "missed_at" timestamp (3) with time zone;
