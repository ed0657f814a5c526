CREATE TABLE `knowledge` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`subject` text NOT NULL,
	`title` text NOT NULL,
	`keywords` text DEFAULT '' NOT NULL,
	`initials` text DEFAULT '' NOT NULL,
	`answer` text NOT NULL,
	`office` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`documents` text DEFAULT '' NOT NULL,
	`reviewed_on` text NOT NULL,
	`made_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`retired` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `knowledge_community` ON `knowledge` (`community_id`,`retired`,`subject`,`title`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`wish_id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`number` text NOT NULL,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_number` ON `transfers` (`community_id`,`number`);