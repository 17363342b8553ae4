ALTER TABLE "ticket" ADD COLUMN "leaving" jsonb;
