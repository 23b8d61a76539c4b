-- What is on its way to a contributor, what became of it, and whether what they answered waits.

-- DM, MAIL or NOTICE while a message is on its way; only its delivery makes somebody told.
alter table report_back add column sending varchar(16);
alter table report_back add column sends integer default 0 not null;
alter table report_back add column sent_decision uuid;
alter table report_back add column sent_by varchar(32);
alter table report_back add column failed_why varchar(500);
alter table report_back add column answer_open boolean default false not null;
