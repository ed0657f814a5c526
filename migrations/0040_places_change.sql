CREATE TABLE `area_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `areas` ADD `closed_at` integer;