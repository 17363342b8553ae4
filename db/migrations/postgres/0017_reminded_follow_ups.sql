ALTER TABLE "follow_up" ADD COLUMN "reminded" bigint DEFAULT 0 NOT NULL;
