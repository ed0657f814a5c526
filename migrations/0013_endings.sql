CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	`days` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_community` ON `erasures` (`community_id`,`at`);--> statement-breakpoint
CREATE TABLE `retention_marks` (
	`community_id` text PRIMARY KEY NOT NULL,
	`ran_at` integer NOT NULL,
	`closed_from` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `people` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `residents` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `residents` ADD `end_reason` text;--> statement-breakpoint
CREATE INDEX `residents_ended` ON `residents` (`community_id`,`ended_at`) WHERE ended_at is not null;--> statement-breakpoint
ALTER TABLE `wish_details` ADD `erased_at` integer;