CREATE TABLE `stray_text` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_ref` text NOT NULL,
	`from_number` text NOT NULL,
	`to_number` text NOT NULL,
	`body` text NOT NULL,
	`delivery` text NOT NULL,
	`received_at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `stray_text_ref_idx` ON `stray_text` (`carrier_ref`);
--> statement-breakpoint
CREATE INDEX `stray_text_received_idx` ON `stray_text` (`received_at`,`id`);
