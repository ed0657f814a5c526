CREATE TABLE `calendar_days` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`until` text NOT NULL,
	`name` text NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`notice_id`) REFERENCES `calendar_notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_days_place` ON `calendar_days` (`community_id`,`day`);--> statement-breakpoint
CREATE INDEX `calendar_days_notice` ON `calendar_days` (`notice_id`,`day`);--> statement-breakpoint
CREATE TABLE `calendar_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`layer` text NOT NULL,
	`region` text,
	`year` integer,
	`title` text NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`issued_on` text NOT NULL,
	`provisional` integer DEFAULT false NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`replanned_at` integer
);
--> statement-breakpoint
CREATE INDEX `calendar_notices_place` ON `calendar_notices` (`community_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `calendar_notices_waiting` ON `calendar_notices` (`made_at`) WHERE replanned_at is null;