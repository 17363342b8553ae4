CREATE INDEX "contact_call_idx" ON "contact" USING btree ("call_id");
