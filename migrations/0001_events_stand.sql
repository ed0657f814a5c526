-- What has happened stays: nobody may change or remove an event.
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
--> statement-breakpoint
-- The first rules, for every community that has not set its own. Sources: docs/rules.md.
INSERT INTO rule_versions (id, community_id, from_day, rules, reason, made_by, made_at) VALUES (
  'rules-1', '*', '2025-01-01',
  '{"checkBeforePublishing":true,"deliverWithin":{"red":1,"yellow":3,"blue":7},"valueLimitFen":20000,"openClaimsPerVolunteer":2,"claimsPerUnitMonth":5,"lapseAfter":1,"callbackWithin":3,"callbackTries":3,"repeatDays":60,"undoMinutes":30,"contactHours":24,"codeTries":5,"minimumAge":14}',
  'first', NULL, 1735660800);
