CREATE TABLE `auth_two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer,
	`failed_verification_count` integer,
	`locked_until` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `auth_two_factor_user_idx` ON `auth_two_factor` (`user_id`);
--> statement-breakpoint
ALTER TABLE `auth_user` ADD `two_factor_enabled` integer;
--> statement-breakpoint
ALTER TABLE `auth_user` ADD `must_change_password` integer DEFAULT false NOT NULL;
--> statement-breakpoint
-- Tokens that were kept as they are open nothing any more: everybody signs in once.
DELETE FROM `auth_session`;
