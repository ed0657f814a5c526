CREATE TABLE `booking_words` (
	`booking_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`way` text NOT NULL,
	`state` text NOT NULL,
	`seq` integer NOT NULL,
	`day` text NOT NULL,
	`start` integer NOT NULL,
	`length` integer NOT NULL,
	`desk` integer NOT NULL,
	`booked_at` integer NOT NULL,
	`booked_by` text,
	`prepared` text,
	`is_to_tell` integer DEFAULT false NOT NULL,
	`reminded_at` integer,
	`served_by` text,
	`ended_at` integer,
	`called_at` integer,
	`rating` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_code` ON `bookings` (`code`);--> statement-breakpoint
CREATE INDEX `bookings_day` ON `bookings` (`community_id`,`day`,`start`);--> statement-breakpoint
CREATE INDEX `bookings_open` ON `bookings` (`community_id`,`day`) WHERE state = 'booked';--> statement-breakpoint
CREATE INDEX `bookings_ended` ON `bookings` (`community_id`,`ended_at`) WHERE ended_at is not null;--> statement-breakpoint
CREATE TABLE `counter_matters` (
	`knowledge_id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`length` integer NOT NULL,
	`is_done_here` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `counter_matters_place` ON `counter_matters` (`community_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `taken_times` (
	`community_id` text NOT NULL,
	`day` text NOT NULL,
	`minute` integer NOT NULL,
	`desk` integer NOT NULL,
	`booking_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `day`, `minute`, `desk`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `taken_times_booking` ON `taken_times` (`booking_id`);