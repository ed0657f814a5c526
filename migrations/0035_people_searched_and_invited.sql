CREATE TABLE `role_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`proposed_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_proposals_once` ON `role_proposals` (`community_id`,`phone`,`area_id`);--> statement-breakpoint
CREATE INDEX `role_proposals_at` ON `role_proposals` (`at`);--> statement-breakpoint
ALTER TABLE `access_codes` ADD `link_hash` text;--> statement-breakpoint
ALTER TABLE `access_codes` ADD `new_phone` text;--> statement-breakpoint
CREATE UNIQUE INDEX `access_codes_link` ON `access_codes` (`link_hash`);--> statement-breakpoint
ALTER TABLE `people` ADD `pinyin` text;--> statement-breakpoint
ALTER TABLE `people` ADD `initials` text;--> statement-breakpoint
ALTER TABLE `people` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `people_unsounded` ON `people` (`id`) WHERE pinyin is null and erased_at is null;