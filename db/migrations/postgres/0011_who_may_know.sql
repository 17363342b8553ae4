ALTER TABLE "staff" ADD COLUMN "former_posts" jsonb;
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "attached_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "ticket" ADD COLUMN "unit_search_text" text;
--> statement-breakpoint
UPDATE "attachment" SET "attached_at" = COALESCE((SELECT min(line."at") FROM "timeline_entry" AS line WHERE line."ticket_id" = "attachment"."ticket_id" AND line."data"->'attachmentIds' @> to_jsonb("attachment"."id")), "created_at") WHERE "ticket_id" IS NOT NULL;
