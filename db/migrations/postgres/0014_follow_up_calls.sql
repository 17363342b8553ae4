CREATE TABLE "follow_up_attempt" (
	"id" text PRIMARY KEY NOT NULL,
	"follow_up_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text,
	"call_id" text,
	"without_call" text,
	"known" jsonb,
	"check" text,
	"checked_at" timestamp (3) with time zone,
	"checked_by" text,
	"check_note" text
);

--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "notice" text;
--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "follow_up_id" text;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "answer_id" text;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "asked_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "misread" bigint;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "listed_for" text;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "without_call" boolean;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "check" text;
--> statement-breakpoint
CREATE INDEX "follow_up_attempt_idx" ON "follow_up_attempt" USING btree ("follow_up_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_attempt_call_idx" ON "follow_up_attempt" USING btree ("call_id");
--> statement-breakpoint
CREATE INDEX "call_follow_up_idx" ON "call" USING btree ("follow_up_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_answer_idx" ON "follow_up" USING btree ("ticket_id","answer_id");
--> statement-breakpoint
CREATE INDEX "follow_up_check_idx" ON "follow_up" USING btree ("check","done_at");
