ALTER TABLE "message" ADD COLUMN "machine" text;
