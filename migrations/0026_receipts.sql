CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`wish_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_one_valid` ON `receipts` (`wish_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `receipts_wish` ON `receipts` (`wish_id`);--> statement-breakpoint
CREATE TABLE `receiver_words` (
	`id` text PRIMARY KEY NOT NULL,
	`wish_id` text NOT NULL,
	`community_id` text NOT NULL,
	`grid_id` text NOT NULL,
	`kind` text NOT NULL,
	`speaker` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`read_by` text,
	`read_at` integer,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `receiver_words_wish` ON `receiver_words` (`wish_id`);--> statement-breakpoint
CREATE INDEX `receiver_words_waiting` ON `receiver_words` (`community_id`,`at`) WHERE read_at is null;--> statement-breakpoint
ALTER TABLE `claims` ADD `said_at` integer;