CREATE TABLE `inquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`community_id` text NOT NULL,
	`card_id` text,
	`subject` text NOT NULL,
	`code` text NOT NULL,
	`step` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`answered_at` integer,
	`rounds` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_open` ON `inquiries` (`subject`,`step`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `inquiries_place` ON `inquiries` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `inquiries_asked` ON `inquiries` (`community_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `inquiries_ended` ON `inquiries` (`community_id`,`ended_at`) WHERE ended_at is not null;