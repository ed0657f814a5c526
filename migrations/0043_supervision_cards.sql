CREATE TABLE `card_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`pos` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cards` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`community_id` text NOT NULL,
	`side` text NOT NULL,
	`step` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`warn_at` integer,
	`colour` text,
	`card_at` integer,
	`ended_at` integer,
	`ended_how` text,
	`next_at` integer
);
--> statement-breakpoint
CREATE INDEX `cards_next` ON `cards` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `cards_subject` ON `cards` (`subject`);--> statement-breakpoint
CREATE INDEX `cards_running` ON `cards` (`community_id`,`step`) WHERE colour is not null and ended_at is null;--> statement-breakpoint
CREATE INDEX `cards_month` ON `cards` (`community_id`,`card_at`) WHERE card_at is not null;