CREATE TABLE `robot_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`robot_id` text NOT NULL,
	`community_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`tried_at` integer,
	`next_at` integer NOT NULL,
	`answer` text NOT NULL,
	FOREIGN KEY (`robot_id`) REFERENCES `robots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `robot_messages_once` ON `robot_messages` (`robot_id`,`edition_id`);--> statement-breakpoint
CREATE INDEX `robot_messages_due` ON `robot_messages` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `robot_messages_place` ON `robot_messages` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `robot_messages_tried` ON `robot_messages` (`robot_id`,`tried_at`);--> statement-breakpoint
CREATE TABLE `robots` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`sealed` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `robots_current` ON `robots` (`community_id`) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `editions` ADD `robot_day` text;--> statement-breakpoint
CREATE UNIQUE INDEX `editions_robot_day` ON `editions` (`community_id`,`robot_day`) WHERE robot_day is not null;