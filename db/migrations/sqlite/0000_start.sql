CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text,
	`request_id` text
);

--> statement-breakpoint
CREATE INDEX `audit_entity_idx` ON `audit` (`entity`,`entity_id`,`at`);
--> statement-breakpoint
CREATE INDEX `audit_at_idx` ON `audit` (`at`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`run_at` integer NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`error` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_idx` ON `outbox` (`key`);
--> statement-breakpoint
CREATE INDEX `outbox_due_idx` ON `outbox` (`state`,`topic`,`run_at`);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`key` text PRIMARY KEY NOT NULL,
	`route` text NOT NULL,
	`received_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `inbox_received_idx` ON `inbox` (`received_at`);
--> statement-breakpoint
CREATE TABLE `live_event` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`topic` text NOT NULL,
	`type` text NOT NULL,
	`entity_id` text NOT NULL,
	`audience` text NOT NULL,
	`payload` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `live_event_at_idx` ON `live_event` (`at`);
--> statement-breakpoint
CREATE TABLE `counter` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `auth_user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`username` text,
	`display_username` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_email_idx` ON `auth_user` (`email`);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_username_idx` ON `auth_user` (`username`);
--> statement-breakpoint
CREATE TABLE `auth_session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `auth_session_token_idx` ON `auth_session` (`token`);
--> statement-breakpoint
CREATE INDEX `auth_session_user_idx` ON `auth_session` (`user_id`);
--> statement-breakpoint
CREATE TABLE `auth_account` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `auth_account_user_idx` ON `auth_account` (`user_id`);
--> statement-breakpoint
CREATE TABLE `auth_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer,
	`updated_at` integer
);

--> statement-breakpoint
CREATE INDEX `auth_verification_identifier_idx` ON `auth_verification` (`identifier`);
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`level` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`aliases` text NOT NULL,
	`duty_phone` text,
	`lat` real,
	`lon` real,
	`active` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code_idx` ON `unit` (`code`);
--> statement-breakpoint
CREATE INDEX `unit_parent_idx` ON `unit` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `unit_path_idx` ON `unit` (`path`);
--> statement-breakpoint
CREATE TABLE `line` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`mode` text NOT NULL,
	`greeting` text NOT NULL,
	`greeting_en` text NOT NULL,
	`recording_notice` text NOT NULL,
	`recording_notice_en` text NOT NULL,
	`hours` text,
	`active` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `line_code_idx` ON `line` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `line_number_idx` ON `line` (`number`);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`unit_id` text NOT NULL,
	`extension` text,
	`locale` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `staff_username_idx` ON `staff` (`username`);
--> statement-breakpoint
CREATE INDEX `staff_unit_idx` ON `staff` (`unit_id`);
--> statement-breakpoint
CREATE TABLE `matter` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`parent_code` text,
	`level` integer NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text,
	`route` text,
	`unit_id` text,
	`urgency` text,
	`examples` text NOT NULL,
	`version` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `matter_code_version_idx` ON `matter` (`code`,`version`);
--> statement-breakpoint
CREATE INDEX `matter_parent_idx` ON `matter` (`parent_code`);
--> statement-breakpoint
CREATE TABLE `limit_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`matter_code` text,
	`kind` text,
	`urgency` text,
	`value` integer NOT NULL,
	`unit` text NOT NULL,
	`start_event` text NOT NULL,
	`basis` text NOT NULL,
	`basis_en` text NOT NULL,
	`grade` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer
);

--> statement-breakpoint
CREATE INDEX `limit_rule_matter_idx` ON `limit_rule` (`matter_code`);
--> statement-breakpoint
CREATE TABLE `training_example` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`matter_code` text NOT NULL,
	`ticket_id` text NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `training_example_ticket_idx` ON `training_example` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `training_example_at_idx` ON `training_example` (`at`);
--> statement-breakpoint
CREATE TABLE `article` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`matter_code` text,
	`unit_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`search_text` text NOT NULL,
	`valid_until` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `article_slug_idx` ON `article` (`slug`);
--> statement-breakpoint
CREATE INDEX `article_matter_idx` ON `article` (`matter_code`);
--> statement-breakpoint
CREATE TABLE `citizen` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`name` text,
	`locale` text NOT NULL,
	`note` text,
	`contact_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `citizen_phone_idx` ON `citizen` (`phone`);
--> statement-breakpoint
CREATE TABLE `opt_out` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`message_ref` text,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `opt_out_phone_idx` ON `opt_out` (`phone`,`channel`,`at`);
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`citizen_id` text NOT NULL,
	`line_id` text,
	`call_id` text,
	`message_id` text,
	`ticket_id` text,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`handled_by` text,
	`danger` text
);

--> statement-breakpoint
CREATE INDEX `contact_citizen_idx` ON `contact` (`citizen_id`,`started_at`);
--> statement-breakpoint
CREATE INDEX `contact_ticket_idx` ON `contact` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `contact_state_idx` ON `contact` (`state`,`started_at`);
--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_ref` text,
	`direction` text NOT NULL,
	`from_number` text NOT NULL,
	`to_number` text NOT NULL,
	`citizen_id` text NOT NULL,
	`contact_id` text,
	`ticket_id` text,
	`body` text NOT NULL,
	`purpose` text NOT NULL,
	`status` text NOT NULL,
	`status_rank` integer NOT NULL,
	`error_code` text,
	`sent_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `message_carrier_ref_idx` ON `message` (`carrier_ref`);
--> statement-breakpoint
CREATE INDEX `message_citizen_idx` ON `message` (`citizen_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `message_ticket_idx` ON `message` (`ticket_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `dialogue` (
	`id` text PRIMARY KEY NOT NULL,
	`question` text NOT NULL,
	`data` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text,
	`message_id` text,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`source_url` text,
	`uploaded_by` text,
	`created_at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `attachment_ticket_idx` ON `attachment` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `attachment_message_idx` ON `attachment` (`message_id`);
--> statement-breakpoint
CREATE TABLE `call` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_ref` text NOT NULL,
	`direction` text NOT NULL,
	`from_number` text NOT NULL,
	`to_number` text NOT NULL,
	`line_id` text,
	`citizen_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`state` text NOT NULL,
	`room` text NOT NULL,
	`conference_ref` text,
	`priority` integer NOT NULL,
	`agent_id` text,
	`agent_leg_ref` text,
	`ticket_id` text,
	`muted` integer NOT NULL,
	`started_at` integer NOT NULL,
	`queued_at` integer,
	`offered_at` integer,
	`answered_at` integer,
	`held_since` integer,
	`held_ms` integer NOT NULL,
	`ended_at` integer,
	`wrap_up_ended_at` integer,
	`end_reason` text,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `call_carrier_ref_idx` ON `call` (`carrier_ref`);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_room_idx` ON `call` (`room`);
--> statement-breakpoint
CREATE INDEX `call_state_idx` ON `call` (`state`,`priority`,`queued_at`);
--> statement-breakpoint
CREATE INDEX `call_citizen_idx` ON `call` (`citizen_id`,`started_at`);
--> statement-breakpoint
CREATE INDEX `call_agent_idx` ON `call` (`agent_id`,`started_at`);
--> statement-breakpoint
CREATE INDEX `call_started_idx` ON `call` (`started_at`);
--> statement-breakpoint
CREATE TABLE `call_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`result` text NOT NULL,
	`decided_at` integer
);

--> statement-breakpoint
CREATE INDEX `call_offer_call_idx` ON `call_offer` (`call_id`);
--> statement-breakpoint
CREATE INDEX `call_offer_staff_idx` ON `call_offer` (`staff_id`,`offered_at`);
--> statement-breakpoint
CREATE INDEX `call_offer_due_idx` ON `call_offer` (`result`,`expires_at`);
--> statement-breakpoint
CREATE TABLE `call_turn` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`speaker` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `call_turn_call_idx` ON `call_turn` (`call_id`,`at`);
--> statement-breakpoint
CREATE TABLE `recording` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`carrier_ref` text NOT NULL,
	`purpose` text NOT NULL,
	`state` text NOT NULL,
	`duration_seconds` integer,
	`url` text,
	`started_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `recording_carrier_ref_idx` ON `recording` (`carrier_ref`);
--> statement-breakpoint
CREATE INDEX `recording_call_idx` ON `recording` (`call_id`);
--> statement-breakpoint
CREATE TABLE `callback` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`citizen_id` text NOT NULL,
	`line_id` text,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`claimed_by` text,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`outcome` text,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `callback_call_idx` ON `callback` (`call_id`);
--> statement-breakpoint
CREATE INDEX `callback_state_idx` ON `callback` (`state`,`created_at`);
--> statement-breakpoint
CREATE TABLE `presence` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`heartbeat_at` integer NOT NULL,
	`call_id` text,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `ticket` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`state_before` text,
	`kind` text,
	`matter_code` text,
	`urgency` text NOT NULL,
	`danger` text,
	`title` text NOT NULL,
	`request` text NOT NULL,
	`channel` text NOT NULL,
	`line_id` text,
	`contact_id` text,
	`citizen_id` text NOT NULL,
	`confidential` integer NOT NULL,
	`reply_wanted` integer NOT NULL,
	`place` text,
	`district_id` text,
	`street_id` text,
	`lat` real,
	`lon` real,
	`respondent_unit_id` text,
	`lead_unit_id` text,
	`why_unit` text,
	`designated` integer NOT NULL,
	`accepted_at` integer,
	`dispatched_at` integer,
	`answered_at` integer,
	`closed_at` integer,
	`due_at` integer,
	`due_sort` integer NOT NULL,
	`clock` text,
	`warned` integer NOT NULL,
	`warn_at` integer,
	`close_reason` text,
	`outcome` text,
	`redo_count` integer NOT NULL,
	`return_count` integer NOT NULL,
	`urge_count` integer NOT NULL,
	`extension_count` integer NOT NULL,
	`supervised` integer NOT NULL,
	`main_ticket_id` text,
	`proposal` text,
	`decided_by` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`search_text` text NOT NULL,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_number_idx` ON `ticket` (`number`);
--> statement-breakpoint
CREATE INDEX `ticket_due_idx` ON `ticket` (`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `ticket_state_due_idx` ON `ticket` (`state`,`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `ticket_created_idx` ON `ticket` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `ticket_updated_idx` ON `ticket` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `ticket_citizen_idx` ON `ticket` (`citizen_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `ticket_matter_idx` ON `ticket` (`matter_code`,`created_at`);
--> statement-breakpoint
CREATE INDEX `ticket_street_idx` ON `ticket` (`street_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `ticket_warn_idx` ON `ticket` (`warn_at`);
--> statement-breakpoint
CREATE INDEX `ticket_main_idx` ON `ticket` (`main_ticket_id`);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`unit_path` text NOT NULL,
	`role` text NOT NULL,
	`round` integer NOT NULL,
	`state` text NOT NULL,
	`designated` integer NOT NULL,
	`instruction` text,
	`dispatched_at` integer NOT NULL,
	`dispatched_by` text NOT NULL,
	`sign_by` integer,
	`signed_at` integer,
	`signed_by` text,
	`contact_by` integer,
	`contacted_at` integer,
	`due_at` integer,
	`answered_at` integer,
	`ended_at` integer,
	`end_reason` text
);

--> statement-breakpoint
CREATE INDEX `assignment_ticket_idx` ON `assignment` (`ticket_id`,`state`);
--> statement-breakpoint
CREATE INDEX `assignment_unit_idx` ON `assignment` (`unit_path`,`state`,`ticket_id`);
--> statement-breakpoint
CREATE INDEX `assignment_dispatched_idx` ON `assignment` (`dispatched_at`);
--> statement-breakpoint
CREATE TABLE `timeline_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`unit_id` text,
	`visibility` text NOT NULL,
	`text` text,
	`data` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `timeline_entry_ticket_idx` ON `timeline_entry` (`ticket_id`,`at`,`id`);
--> statement-breakpoint
CREATE TABLE `return_request` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`reason` text NOT NULL,
	`basis` text NOT NULL,
	`suggested_unit_id` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`note` text
);

--> statement-breakpoint
CREATE INDEX `return_request_ticket_idx` ON `return_request` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `return_request_state_idx` ON `return_request` (`state`,`created_at`);
--> statement-breakpoint
CREATE TABLE `extension` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`reason` text NOT NULL,
	`working_days` integer NOT NULL,
	`state` text NOT NULL,
	`old_due_at` integer NOT NULL,
	`new_due_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`note` text
);

--> statement-breakpoint
CREATE INDEX `extension_ticket_idx` ON `extension` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `extension_state_idx` ON `extension` (`state`,`created_at`);
--> statement-breakpoint
CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`assignment_id` text,
	`unit_id` text NOT NULL,
	`round` integer NOT NULL,
	`text` text NOT NULL,
	`result` text NOT NULL,
	`attachment_ids` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`reviewed_at` integer,
	`reviewed_by` text,
	`note` text
);

--> statement-breakpoint
CREATE INDEX `answer_ticket_idx` ON `answer` (`ticket_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`contact_id` text,
	`content` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `draft_staff_idx` ON `draft` (`staff_id`,`updated_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_contact_idx` ON `draft` (`contact_id`);
--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`citizen_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`unit_path` text NOT NULL,
	`round` integer NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`step` text NOT NULL,
	`contacted` integer,
	`solved` integer,
	`grade` integer,
	`reason` text,
	`attempts` integer NOT NULL,
	`last_attempt_at` integer,
	`claimed_by` text,
	`decision` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`done_at` integer,
	`version` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `follow_up_ticket_idx` ON `follow_up` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `follow_up_state_idx` ON `follow_up` (`state`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `follow_up_citizen_idx` ON `follow_up` (`citizen_id`,`state`);
--> statement-breakpoint
CREATE INDEX `follow_up_decision_idx` ON `follow_up` (`decision`,`done_at`);
--> statement-breakpoint
CREATE INDEX `follow_up_done_idx` ON `follow_up` (`done_at`,`unit_path`);
