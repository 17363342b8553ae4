CREATE TABLE `ticket_search` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` text NOT NULL,
	`spelling` integer DEFAULT 0 NOT NULL,
	`print` integer DEFAULT 0 NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_search_ticket_idx` ON `ticket_search` (`ticket_id`);
--> statement-breakpoint
CREATE INDEX `ticket_search_spelling_idx` ON `ticket_search` (`spelling`,`key`);
--> statement-breakpoint
INSERT INTO `ticket_search` (`key`, `ticket_id`) SELECT row_number() OVER (ORDER BY `created_at`, `id`), `id` FROM `ticket`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_words` USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
