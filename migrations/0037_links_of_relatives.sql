CREATE TABLE `family_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`resident_id` text NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`slot` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`resident_id`) REFERENCES `residents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `family_links_token` ON `family_links` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `family_links_slot` ON `family_links` (`resident_id`,`slot`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `family_links_resident` ON `family_links` (`resident_id`);--> statement-breakpoint
CREATE INDEX `family_links_ends` ON `family_links` (`community_id`,`ends_at`);