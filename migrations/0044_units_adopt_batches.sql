CREATE TABLE `batch_wishes` (
	`batch_id` text NOT NULL,
	`wish_id` text NOT NULL,
	`person_id` text,
	PRIMARY KEY(`batch_id`, `wish_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `batch_wishes_wish` ON `batch_wishes` (`wish_id`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer
);
--> statement-breakpoint
CREATE INDEX `batches_unit` ON `batches` (`unit_id`,`at`);--> statement-breakpoint
CREATE INDEX `batches_community` ON `batches` (`community_id`,`at`);--> statement-breakpoint
ALTER TABLE `units` ADD `contact_id` text;