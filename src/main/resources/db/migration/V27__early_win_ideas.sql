-- An idea for an early win is picked, worked or did not; what was learned is kept with who said so.
alter table early_win_idea add column state varchar(16) default 'OPEN' not null;
alter table early_win_idea add column learned varchar(1000) default '' not null;
alter table early_win_idea add column learned_by varchar(32);
