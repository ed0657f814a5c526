CREATE TABLE `invitation_plans` (
	`community_id` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`invited` integer NOT NULL,
	`chances` text NOT NULL,
	`quiet_grids` text NOT NULL,
	PRIMARY KEY(`community_id`, `day`)
);
--> statement-breakpoint
CREATE INDEX `invitation_plans_age` ON `invitation_plans` (`at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`wish_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`week` text NOT NULL,
	`slot` integer,
	`sent_with` text NOT NULL,
	`is_urgent` integer NOT NULL,
	`cell` text NOT NULL,
	`reasons` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_week_slot` ON `invitations` (`person_id`,`week`,`slot`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once_a_day` ON `invitations` (`wish_id`,`person_id`,`day`);--> statement-breakpoint
CREATE INDEX `invitations_community` ON `invitations` (`community_id`,`at`);--> statement-breakpoint
CREATE INDEX `invitations_wish` ON `invitations` (`wish_id`,`at`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `invitations_age` ON `invitations` (`at`);--> statement-breakpoint
ALTER TABLE `volunteers` ADD `ask_choice` text DEFAULT 'usual' NOT NULL;--> statement-breakpoint
ALTER TABLE `volunteers` ADD `ask_paused_until` text;