ALTER TABLE "recording" ADD COLUMN "sha256" text;
--> statement-breakpoint
ALTER TABLE "recording" ADD COLUMN "size" bigint;
--> statement-breakpoint
CREATE INDEX "call_ticket_idx" ON "call" USING btree ("ticket_id");
