CREATE TABLE `edition_wishes` (
	`edition_id` text NOT NULL,
	`position` integer NOT NULL,
	`wish_id` text NOT NULL,
	PRIMARY KEY(`edition_id`, `position`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `edition_wishes_once` ON `edition_wishes` (`edition_id`,`wish_id`);--> statement-breakpoint
CREATE INDEX `edition_wishes_wish` ON `edition_wishes` (`wish_id`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`door` text NOT NULL,
	`number` integer NOT NULL,
	`paper` text,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_number` ON `editions` (`community_id`,`door`,`number`);--> statement-breakpoint
CREATE INDEX `editions_current` ON `editions` (`community_id`,`door`,`made_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `claims_claimed` ON `claims` (`community_id`,`claimed_at`);