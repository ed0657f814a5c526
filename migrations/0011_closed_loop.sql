CREATE TABLE `claim_helpers` (
	`claim_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text,
	`quantity` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`claim_id`, `person_id`, `joined_at`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_helpers_once` ON `claim_helpers` (`claim_id`,`person_id`) WHERE left_at is null;--> statement-breakpoint
CREATE INDEX `claim_helpers_person` ON `claim_helpers` (`person_id`,`left_at`);--> statement-breakpoint
DROP INDEX `wishes_board`;--> statement-breakpoint
DROP INDEX `wishes_board_grid`;--> statement-breakpoint
DROP INDEX `wishes_board_category`;--> statement-breakpoint
ALTER TABLE `wishes` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `next_step` text;--> statement-breakpoint
ALTER TABLE `wishes` ADD `next_at` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `steps_done` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `carried_at` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `carried` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `rests_until` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `postponed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `claim_postponed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `tell_since` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `is_joint` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `for_branch` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `joiners` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `every` text;--> statement-breakpoint
ALTER TABLE `wishes` ADD `repeat_of` text;--> statement-breakpoint
ALTER TABLE `wishes` ADD `weighs_from` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `wishes_repeat` ON `wishes` (`repeat_of`);--> statement-breakpoint
CREATE INDEX `wishes_next` ON `wishes` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `wishes_tell` ON `wishes` (`community_id`,`tell_since`) WHERE tell_since is not null;--> statement-breakpoint
CREATE INDEX `wishes_board_weight` ON `wishes` (`community_id`,`state`,`weighs_from`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_board_weight_grid` ON `wishes` (`grid_id`,`state`,`weighs_from`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_board_weight_category` ON `wishes` (`community_id`,`category`,`state`,`weighs_from`,`id`);--> statement-breakpoint
ALTER TABLE `claims` ADD `spared_at` integer;--> statement-breakpoint
UPDATE `wishes` SET `since` = coalesce((SELECT max(`at`) FROM `events` AS `e` WHERE `e`.`stream` = `wishes`.`id` AND `e`.`state` = `wishes`.`state` AND NOT EXISTS (SELECT 1 FROM `events` AS `b` WHERE `b`.`stream` = `e`.`stream` AND `b`.`seq` = `e`.`seq` - 1 AND `b`.`state` = `e`.`state`)), `posted_at`), `weighs_from` = `published_at` - 86400 * (CASE `rank` WHEN 0 THEN 60 WHEN 1 THEN 20 ELSE 0 END + 10 * `reopened`);--> statement-breakpoint
UPDATE `wishes` SET `next_step` = 'plan', `next_at` = 0 WHERE `state` IN ('submitted', 'open', 'claimed', 'delivered', 'referred');
