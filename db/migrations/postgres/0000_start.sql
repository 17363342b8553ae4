CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"error" text
);

--> statement-breakpoint
CREATE TABLE "inbox" (
	"key" text PRIMARY KEY NOT NULL,
	"route" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "live_event" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"topic" text NOT NULL,
	"type" text NOT NULL,
	"entity_id" text NOT NULL,
	"audience" jsonb NOT NULL,
	"payload" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "unit" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"duty_phone" text,
	"lat" double precision,
	"lon" double precision,
	"active" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "line" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"mode" text NOT NULL,
	"greeting" text NOT NULL,
	"greeting_en" text NOT NULL,
	"recording_notice" text NOT NULL,
	"recording_notice_en" text NOT NULL,
	"hours" jsonb,
	"active" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"unit_id" text NOT NULL,
	"extension" text,
	"locale" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "matter" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"parent_code" text,
	"level" bigint NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text,
	"route" text,
	"unit_id" text,
	"urgency" text,
	"examples" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "limit_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_code" text,
	"kind" text,
	"urgency" text,
	"value" bigint NOT NULL,
	"unit" text NOT NULL,
	"start_event" text NOT NULL,
	"basis" text NOT NULL,
	"basis_en" text NOT NULL,
	"grade" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "training_example" (
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"matter_code" text NOT NULL,
	"ticket_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "article" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"matter_code" text,
	"unit_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"search_text" text NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "citizen" (
	"id" text PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"name" text,
	"locale" text NOT NULL,
	"note" text,
	"contact_count" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "opt_out" (
	"id" text PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"message_ref" text,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "contact" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"citizen_id" text NOT NULL,
	"line_id" text,
	"call_id" text,
	"message_id" text,
	"ticket_id" text,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"handled_by" text,
	"danger" text
);

--> statement-breakpoint
CREATE TABLE "message" (
	"id" text PRIMARY KEY NOT NULL,
	"carrier_ref" text,
	"direction" text NOT NULL,
	"from_number" text NOT NULL,
	"to_number" text NOT NULL,
	"citizen_id" text NOT NULL,
	"contact_id" text,
	"ticket_id" text,
	"body" text NOT NULL,
	"purpose" text NOT NULL,
	"status" text NOT NULL,
	"status_rank" bigint NOT NULL,
	"error_code" text,
	"sent_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "dialogue" (
	"id" text PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"data" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text,
	"message_id" text,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"source_url" text,
	"uploaded_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "call" (
	"id" text PRIMARY KEY NOT NULL,
	"carrier_ref" text NOT NULL,
	"direction" text NOT NULL,
	"from_number" text NOT NULL,
	"to_number" text NOT NULL,
	"line_id" text,
	"citizen_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"state" text NOT NULL,
	"room" text NOT NULL,
	"conference_ref" text,
	"priority" bigint NOT NULL,
	"agent_id" text,
	"agent_leg_ref" text,
	"ticket_id" text,
	"muted" boolean NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"offered_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"held_since" timestamp (3) with time zone,
	"held_ms" bigint NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"wrap_up_ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "call_offer" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"result" text NOT NULL,
	"decided_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "call_turn" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"speaker" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "recording" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"carrier_ref" text NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"duration_seconds" bigint,
	"url" text,
	"started_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "callback" (
	"id" text PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"citizen_id" text NOT NULL,
	"line_id" text,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"claimed_by" text,
	"attempts" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"outcome" text,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "presence" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"heartbeat_at" timestamp (3) with time zone NOT NULL,
	"call_id" text,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "ticket" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"state_before" text,
	"kind" text,
	"matter_code" text,
	"urgency" text NOT NULL,
	"danger" text,
	"title" text NOT NULL,
	"request" text NOT NULL,
	"channel" text NOT NULL,
	"line_id" text,
	"contact_id" text,
	"citizen_id" text NOT NULL,
	"confidential" boolean NOT NULL,
	"reply_wanted" boolean NOT NULL,
	"place" text,
	"district_id" text,
	"street_id" text,
	"lat" double precision,
	"lon" double precision,
	"respondent_unit_id" text,
	"lead_unit_id" text,
	"why_unit" text,
	"designated" boolean NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"dispatched_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"due_sort" timestamp (3) with time zone NOT NULL,
	"clock" jsonb,
	"warned" bigint NOT NULL,
	"warn_at" timestamp (3) with time zone,
	"close_reason" text,
	"outcome" text,
	"redo_count" bigint NOT NULL,
	"return_count" bigint NOT NULL,
	"urge_count" bigint NOT NULL,
	"extension_count" bigint NOT NULL,
	"supervised" boolean NOT NULL,
	"main_ticket_id" text,
	"proposal" jsonb,
	"decided_by" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"search_text" text NOT NULL,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"unit_path" text NOT NULL,
	"role" text NOT NULL,
	"round" bigint NOT NULL,
	"state" text NOT NULL,
	"designated" boolean NOT NULL,
	"instruction" text,
	"dispatched_at" timestamp (3) with time zone NOT NULL,
	"dispatched_by" text NOT NULL,
	"sign_by" timestamp (3) with time zone,
	"signed_at" timestamp (3) with time zone,
	"signed_by" text,
	"contact_by" timestamp (3) with time zone,
	"contacted_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text
);

--> statement-breakpoint
CREATE TABLE "timeline_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"unit_id" text,
	"visibility" text NOT NULL,
	"text" text,
	"data" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "return_request" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"assignment_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"reason" text NOT NULL,
	"basis" text NOT NULL,
	"suggested_unit_id" text,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"note" text
);

--> statement-breakpoint
CREATE TABLE "extension" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"reason" text NOT NULL,
	"working_days" bigint NOT NULL,
	"state" text NOT NULL,
	"old_due_at" timestamp (3) with time zone NOT NULL,
	"new_due_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"note" text
);

--> statement-breakpoint
CREATE TABLE "answer" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"assignment_id" text,
	"unit_id" text NOT NULL,
	"round" bigint NOT NULL,
	"text" text NOT NULL,
	"result" text NOT NULL,
	"attachment_ids" jsonb,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone,
	"reviewed_by" text,
	"note" text
);

--> statement-breakpoint
CREATE TABLE "draft" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"contact_id" text,
	"content" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "follow_up" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"citizen_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"unit_path" text NOT NULL,
	"round" bigint NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"step" text NOT NULL,
	"contacted" boolean,
	"solved" boolean,
	"grade" bigint,
	"reason" text,
	"attempts" bigint NOT NULL,
	"last_attempt_at" timestamp (3) with time zone,
	"claimed_by" text,
	"decision" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE INDEX "audit_entity_idx" ON "audit" USING btree ("entity","entity_id","at");
--> statement-breakpoint
CREATE INDEX "audit_at_idx" ON "audit" USING btree ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key_idx" ON "outbox" USING btree ("key");
--> statement-breakpoint
CREATE INDEX "outbox_due_idx" ON "outbox" USING btree ("state","topic","run_at");
--> statement-breakpoint
CREATE INDEX "inbox_received_idx" ON "inbox" USING btree ("received_at");
--> statement-breakpoint
CREATE INDEX "live_event_at_idx" ON "live_event" USING btree ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_email_idx" ON "auth_user" USING btree ("email");
--> statement-breakpoint
CREATE UNIQUE INDEX "auth_user_username_idx" ON "auth_user" USING btree ("username");
--> statement-breakpoint
CREATE UNIQUE INDEX "auth_session_token_idx" ON "auth_session" USING btree ("token");
--> statement-breakpoint
CREATE INDEX "auth_session_user_idx" ON "auth_session" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "auth_account_user_idx" ON "auth_account" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification" USING btree ("identifier");
--> statement-breakpoint
CREATE UNIQUE INDEX "unit_code_idx" ON "unit" USING btree ("code");
--> statement-breakpoint
CREATE INDEX "unit_parent_idx" ON "unit" USING btree ("parent_id");
--> statement-breakpoint
CREATE INDEX "unit_path_idx" ON "unit" USING btree ("path");
--> statement-breakpoint
CREATE UNIQUE INDEX "line_code_idx" ON "line" USING btree ("code");
--> statement-breakpoint
CREATE UNIQUE INDEX "line_number_idx" ON "line" USING btree ("number");
--> statement-breakpoint
CREATE UNIQUE INDEX "staff_username_idx" ON "staff" USING btree ("username");
--> statement-breakpoint
CREATE INDEX "staff_unit_idx" ON "staff" USING btree ("unit_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "matter_code_version_idx" ON "matter" USING btree ("code","version");
--> statement-breakpoint
CREATE INDEX "matter_parent_idx" ON "matter" USING btree ("parent_code");
--> statement-breakpoint
CREATE INDEX "limit_rule_matter_idx" ON "limit_rule" USING btree ("matter_code");
--> statement-breakpoint
CREATE UNIQUE INDEX "training_example_ticket_idx" ON "training_example" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "training_example_at_idx" ON "training_example" USING btree ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "article_slug_idx" ON "article" USING btree ("slug");
--> statement-breakpoint
CREATE INDEX "article_matter_idx" ON "article" USING btree ("matter_code");
--> statement-breakpoint
CREATE UNIQUE INDEX "citizen_phone_idx" ON "citizen" USING btree ("phone");
--> statement-breakpoint
CREATE INDEX "opt_out_phone_idx" ON "opt_out" USING btree ("phone","channel","at");
--> statement-breakpoint
CREATE INDEX "contact_citizen_idx" ON "contact" USING btree ("citizen_id","started_at");
--> statement-breakpoint
CREATE INDEX "contact_ticket_idx" ON "contact" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "contact_state_idx" ON "contact" USING btree ("state","started_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "message_carrier_ref_idx" ON "message" USING btree ("carrier_ref");
--> statement-breakpoint
CREATE INDEX "message_citizen_idx" ON "message" USING btree ("citizen_id","created_at");
--> statement-breakpoint
CREATE INDEX "message_ticket_idx" ON "message" USING btree ("ticket_id","created_at");
--> statement-breakpoint
CREATE INDEX "attachment_ticket_idx" ON "attachment" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "attachment_message_idx" ON "attachment" USING btree ("message_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "call_carrier_ref_idx" ON "call" USING btree ("carrier_ref");
--> statement-breakpoint
CREATE UNIQUE INDEX "call_room_idx" ON "call" USING btree ("room");
--> statement-breakpoint
CREATE INDEX "call_state_idx" ON "call" USING btree ("state","priority","queued_at");
--> statement-breakpoint
CREATE INDEX "call_citizen_idx" ON "call" USING btree ("citizen_id","started_at");
--> statement-breakpoint
CREATE INDEX "call_agent_idx" ON "call" USING btree ("agent_id","started_at");
--> statement-breakpoint
CREATE INDEX "call_started_idx" ON "call" USING btree ("started_at");
--> statement-breakpoint
CREATE INDEX "call_offer_call_idx" ON "call_offer" USING btree ("call_id");
--> statement-breakpoint
CREATE INDEX "call_offer_staff_idx" ON "call_offer" USING btree ("staff_id","offered_at");
--> statement-breakpoint
CREATE INDEX "call_offer_due_idx" ON "call_offer" USING btree ("result","expires_at");
--> statement-breakpoint
CREATE INDEX "call_turn_call_idx" ON "call_turn" USING btree ("call_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "recording_carrier_ref_idx" ON "recording" USING btree ("carrier_ref");
--> statement-breakpoint
CREATE INDEX "recording_call_idx" ON "recording" USING btree ("call_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "callback_call_idx" ON "callback" USING btree ("call_id");
--> statement-breakpoint
CREATE INDEX "callback_state_idx" ON "callback" USING btree ("state","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_number_idx" ON "ticket" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "ticket_due_idx" ON "ticket" USING btree ("due_sort","id");
--> statement-breakpoint
CREATE INDEX "ticket_state_due_idx" ON "ticket" USING btree ("state","due_sort","id");
--> statement-breakpoint
CREATE INDEX "ticket_created_idx" ON "ticket" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "ticket_updated_idx" ON "ticket" USING btree ("updated_at","id");
--> statement-breakpoint
CREATE INDEX "ticket_citizen_idx" ON "ticket" USING btree ("citizen_id","created_at");
--> statement-breakpoint
CREATE INDEX "ticket_matter_idx" ON "ticket" USING btree ("matter_code","created_at");
--> statement-breakpoint
CREATE INDEX "ticket_street_idx" ON "ticket" USING btree ("street_id","created_at");
--> statement-breakpoint
CREATE INDEX "ticket_warn_idx" ON "ticket" USING btree ("warn_at");
--> statement-breakpoint
CREATE INDEX "ticket_main_idx" ON "ticket" USING btree ("main_ticket_id");
--> statement-breakpoint
CREATE INDEX "assignment_ticket_idx" ON "assignment" USING btree ("ticket_id","state");
--> statement-breakpoint
CREATE INDEX "assignment_unit_idx" ON "assignment" USING btree ("unit_path","state","ticket_id");
--> statement-breakpoint
CREATE INDEX "assignment_dispatched_idx" ON "assignment" USING btree ("dispatched_at");
--> statement-breakpoint
CREATE INDEX "timeline_entry_ticket_idx" ON "timeline_entry" USING btree ("ticket_id","at","id");
--> statement-breakpoint
CREATE INDEX "return_request_ticket_idx" ON "return_request" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "return_request_state_idx" ON "return_request" USING btree ("state","created_at");
--> statement-breakpoint
CREATE INDEX "extension_ticket_idx" ON "extension" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "extension_state_idx" ON "extension" USING btree ("state","created_at");
--> statement-breakpoint
CREATE INDEX "answer_ticket_idx" ON "answer" USING btree ("ticket_id","created_at");
--> statement-breakpoint
CREATE INDEX "draft_staff_idx" ON "draft" USING btree ("staff_id","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "draft_contact_idx" ON "draft" USING btree ("contact_id");
--> statement-breakpoint
CREATE INDEX "follow_up_ticket_idx" ON "follow_up" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "follow_up_state_idx" ON "follow_up" USING btree ("state","expires_at");
--> statement-breakpoint
CREATE INDEX "follow_up_citizen_idx" ON "follow_up" USING btree ("citizen_id","state");
--> statement-breakpoint
CREATE INDEX "follow_up_decision_idx" ON "follow_up" USING btree ("decision","done_at");
--> statement-breakpoint
CREATE INDEX "follow_up_done_idx" ON "follow_up" USING btree ("done_at","unit_path");
