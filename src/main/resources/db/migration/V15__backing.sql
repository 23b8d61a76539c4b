-- When a practice's win was noted, so that a digest tells of it once.
alter table practice_win add column noted_at timestamp(6) with time zone;
update practice_win set noted_at = cast(won_on as timestamp with time zone);
alter table practice_win alter column noted_at set not null;
