-- A mail that came back says something about the address that it went to, and about no later one.
alter table digest add column sent_to varchar(64);
alter table report_back add column soft_bounces integer default 0 not null;
