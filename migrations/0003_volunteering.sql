CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`lang` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_person` ON `feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`unit` text NOT NULL,
	`branch` text NOT NULL,
	`building` text NOT NULL,
	`strengths` text NOT NULL,
	`free_times` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`note` text DEFAULT '' NOT NULL,
	`person_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_one_pending` ON `registrations` (`community_id`,`phone`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `registrations_list` ON `registrations` (`community_id`,`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `registrations_age` ON `registrations` (`state`,`at`);--> statement-breakpoint
CREATE INDEX `registrations_decided` ON `registrations` (`decided_at`);