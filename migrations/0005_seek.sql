CREATE INDEX `notices_latest` ON `notices` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `access_codes_expiry` ON `access_codes` (`expires_at`);--> statement-breakpoint
CREATE INDEX `sessions_absolute` ON `sessions` (`absolute_at`);