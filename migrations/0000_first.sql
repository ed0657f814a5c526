CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`slug` text,
	`zone` text,
	`region` text,
	`phone` text,
	`opens` text,
	`closes` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_slug` ON `areas` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `areas_path` ON `areas` (`path`);--> statement-breakpoint
CREATE INDEX `areas_parent` ON `areas` (`parent_id`,`position`);--> statement-breakpoint
CREATE INDEX `areas_kind` ON `areas` (`kind`,`path`);--> statement-breakpoint
CREATE TABLE `import_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`nth` integer NOT NULL,
	`wish_id` text,
	`person_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_marks_once` ON `import_marks` (`community_id`,`fingerprint`,`nth`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`content` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`committed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_expiry` ON `imports` (`expires_at`);--> statement-breakpoint
CREATE INDEX `imports_person` ON `imports` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `rule_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`from_day` text NOT NULL,
	`rules` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_versions_day` ON `rule_versions` (`community_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_name` ON `units` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `notices` (
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`wish_id` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`stream`, `seq`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`read_at`,`at`);--> statement-breakpoint
CREATE TABLE `requests` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`action` text NOT NULL,
	`body_hash` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `requests_at` ON `requests` (`at`);--> statement-breakpoint
CREATE TABLE `ticks` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`changed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`pos` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`action` text NOT NULL,
	`state` text DEFAULT '' NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`community_id` text NOT NULL,
	`grid_id` text,
	`category` text,
	`urgency` text,
	`source` text,
	`unit_id` text,
	`round` integer,
	`due_at` integer,
	`promise_at` integer,
	`rule_version` text,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_stream` ON `events` (`stream`,`seq`);--> statement-breakpoint
CREATE INDEX `events_community` ON `events` (`community_id`,`pos`);--> statement-breakpoint
CREATE TABLE `notes` (
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`salt` text NOT NULL,
	PRIMARY KEY(`stream`, `seq`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `access_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`issued_by` text,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_codes_hash` ON `access_codes` (`code_hash`);--> statement-breakpoint
CREATE INDEX `access_codes_person` ON `access_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_since` ON `attempts` (`since`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`name_is_public` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_phone` ON `people` (`phone`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`area_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roles_person` ON `roles` (`person_id`);--> statement-breakpoint
CREATE INDEX `roles_area` ON `roles` (`area_id`,`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`absolute_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `volunteers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`community_id` text NOT NULL,
	`unit_id` text,
	`branch` text DEFAULT '' NOT NULL,
	`building` text DEFAULT '' NOT NULL,
	`strengths` text NOT NULL,
	`free_times` text NOT NULL,
	`reported_in` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `volunteers_once` ON `volunteers` (`person_id`,`community_id`);--> statement-breakpoint
CREATE INDEX `volunteers_community` ON `volunteers` (`community_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`purpose` text NOT NULL,
	`given` integer NOT NULL,
	`method` text NOT NULL,
	`witness_id` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `residents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_resident` ON `consents` (`resident_id`,`purpose`,`at`);--> statement-breakpoint
CREATE TABLE `residents` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`grid_id` text NOT NULL,
	`name` text NOT NULL,
	`sex` text,
	`age_band` text,
	`building` text NOT NULL,
	`unit` text NOT NULL,
	`door` text NOT NULL,
	`phones` text NOT NULL,
	`call_from` text,
	`call_until` text,
	`relative_name` text DEFAULT '' NOT NULL,
	`relative_phone` text DEFAULT '' NOT NULL,
	`hearing` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `residents_grid` ON `residents` (`grid_id`,`building`,`unit`,`door`,`id`);--> statement-breakpoint
CREATE INDEX `residents_household` ON `residents` (`community_id`,`building`,`unit`,`door`);--> statement-breakpoint
CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`viewer_id` text NOT NULL,
	`wish_id` text,
	`resident_id` text,
	`round` text,
	`page` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_wish` ON `views` (`wish_id`,`page`);--> statement-breakpoint
CREATE INDEX `views_resident` ON `views` (`resident_id`,`at`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`wish_id` text NOT NULL,
	`community_id` text NOT NULL,
	`grid_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text,
	`entered_by` text NOT NULL,
	`slot` integer NOT NULL,
	`month` text NOT NULL,
	`month_slot` integer,
	`claimed_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`delivered_at` integer,
	`callback_due_at` integer,
	`called_at` integer,
	`answer` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`satisfaction` text,
	`contact_until` integer,
	`ended_at` integer,
	`end_reason` text,
	`extra` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_round` ON `claims` (`wish_id`,`round`);--> statement-breakpoint
CREATE UNIQUE INDEX `claims_one_open` ON `claims` (`wish_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `claims_person_slot` ON `claims` (`person_id`,`slot`) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `claims_unit_month` ON `claims` (`unit_id`,`month`,`month_slot`);--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `claims_delivered` ON `claims` (`community_id`,`delivered_at`);--> statement-breakpoint
CREATE INDEX `claims_callback` ON `claims` (`community_id`,`callback_due_at`);--> statement-breakpoint
CREATE INDEX `claims_contact` ON `claims` (`contact_until`);--> statement-breakpoint
CREATE TABLE `wish_details` (
	`wish_id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`public_text` text DEFAULT '' NOT NULL,
	`specification` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `residents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wish_details_resident` ON `wish_details` (`resident_id`);--> statement-breakpoint
CREATE TABLE `wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`community_id` text NOT NULL,
	`grid_id` text NOT NULL,
	`item_id` text,
	`category` text NOT NULL,
	`quantity` integer NOT NULL,
	`measure` text NOT NULL,
	`value_fen` integer,
	`urgency` text NOT NULL,
	`rank` integer NOT NULL,
	`source` text NOT NULL,
	`age_band` text,
	`posted_by` text NOT NULL,
	`posted_at` integer NOT NULL,
	`published_at` integer,
	`rule_version` text NOT NULL,
	`round` integer NOT NULL,
	`claim_id` text,
	`claimant_id` text,
	`entered_by` text,
	`unit_id` text,
	`claimed_at` integer,
	`first_claimed_at` integer,
	`due_at` integer,
	`promise_at` integer,
	`visit_at` integer,
	`delivered_at` integer,
	`callback_due_at` integer,
	`confirmed_at` integer,
	`confirmed_how` text,
	`satisfaction` text,
	`reopened` integer NOT NULL,
	`barred_id` text,
	`ended_at` integer,
	`end_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wishes_code` ON `wishes` (`code`);--> statement-breakpoint
CREATE INDEX `wishes_board` ON `wishes` (`community_id`,`state`,`rank`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_board_grid` ON `wishes` (`grid_id`,`state`,`rank`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_board_category` ON `wishes` (`community_id`,`category`,`state`,`rank`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_published` ON `wishes` (`community_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_promise` ON `wishes` (`community_id`,`promise_at`);--> statement-breakpoint
CREATE INDEX `wishes_ended` ON `wishes` (`community_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `wishes_confirmed` ON `wishes` (`community_id`,`confirmed_at`);--> statement-breakpoint
CREATE INDEX `wishes_due` ON `wishes` (`community_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `wishes_callback` ON `wishes` (`community_id`,`state`,`callback_due_at`);--> statement-breakpoint
CREATE INDEX `wishes_claimant` ON `wishes` (`claimant_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `wishes_clock` ON `wishes` (`state`,`due_at`);