CREATE TABLE `month_corrections` (
	`community_id` text NOT NULL,
	`month` text NOT NULL,
	`figure` text NOT NULL,
	`nth` integer NOT NULL,
	`old_value` integer,
	`new_value` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `month`, `figure`, `nth`)
);
--> statement-breakpoint
CREATE TABLE `months` (
	`community_id` text NOT NULL,
	`month` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`last_event` integer NOT NULL,
	`rule_version` text NOT NULL,
	`snapshot` text NOT NULL,
	PRIMARY KEY(`community_id`, `month`)
);
--> statement-breakpoint
CREATE TABLE `service_times` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`minutes` integer NOT NULL,
	`stated_at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- What was signed stays: nobody may change or remove a month's snapshot, nor a correction beside it. Only the words of a
-- correction, which somebody typed, can be erased.
CREATE TRIGGER months_no_update BEFORE UPDATE ON months BEGIN SELECT RAISE(ABORT, 'a signed month is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER months_no_delete BEFORE DELETE ON months BEGIN SELECT RAISE(ABORT, 'a signed month is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER month_corrections_no_update BEFORE UPDATE OF community_id, month, figure, nth, old_value, new_value, "by", at ON month_corrections BEGIN SELECT RAISE(ABORT, 'a correction is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER month_corrections_no_delete BEFORE DELETE ON month_corrections BEGIN SELECT RAISE(ABORT, 'a correction is never removed'); END;
