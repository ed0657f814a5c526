CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`item_id` text,
	`category` text NOT NULL,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activities_month` ON `activities` (`community_id`,`month`,`day`);--> statement-breakpoint
CREATE INDEX `activities_planned` ON `activities` (`community_id`,`state`,`day`);