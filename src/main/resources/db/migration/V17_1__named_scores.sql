-- An assessment by another instrument: its name, its scores in lines of "name: value of most", and where
-- it comes from. Empty for one on the two scales.
alter table assessment add column instrument varchar(200) default '' not null;
alter table assessment add column scores varchar(2000) default '' not null;
alter table assessment add column citation varchar(500) default '' not null;
