ALTER TABLE `claims` ADD `tries_spent_at` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `callback_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `wishes` ADD `last_try_at` integer;--> statement-breakpoint
ALTER TABLE `wishes` ADD `tries_spent_at` integer;--> statement-breakpoint
CREATE INDEX `wishes_callback_grid` ON `wishes` (`grid_id`,`state`,`callback_due_at`);--> statement-breakpoint
CREATE INDEX `wishes_spent` ON `wishes` (`state`,`tries_spent_at`);