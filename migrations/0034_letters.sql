CREATE TABLE `letter_publications` (
	`letter_id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_publications_place` ON `letter_publications` (`community_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `letter_words` (
	`letter_id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`words` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`way` text NOT NULL,
	`for_whom` text NOT NULL,
	`side` text NOT NULL,
	`state` text NOT NULL,
	`seq` integer NOT NULL,
	`entered_by` text,
	`handler_id` text,
	`answered_by` text,
	`reopened` integer DEFAULT 0 NOT NULL,
	`has_phone` integer NOT NULL,
	`may_publish` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`promise_at` integer NOT NULL,
	`first_answered_at` integer,
	`answered_at` integer,
	`reached_at` integer,
	`rating` text,
	`ended_how` text,
	`ended_at` integer,
	`linked_to` text,
	`due_at` integer,
	`is_reminded` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_code` ON `letters` (`code`);--> statement-breakpoint
CREATE INDEX `letters_place` ON `letters` (`community_id`,`side`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `letters_handler` ON `letters` (`handler_id`,`state`) WHERE handler_id is not null;--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `letters_sent` ON `letters` (`community_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `letters_ended` ON `letters` (`community_id`,`ended_at`) WHERE ended_at is not null;