ALTER TABLE `recording` ADD `sha256` text;
--> statement-breakpoint
ALTER TABLE `recording` ADD `size` integer;
--> statement-breakpoint
CREATE INDEX `call_ticket_idx` ON `call` (`ticket_id`);
