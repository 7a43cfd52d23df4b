-- A unit may be made and renamed on one day: a version may be so short that it never held over night.
alter table unit_version drop constraint unit_version_check;
alter table unit_version add constraint unit_version_check check (until_date is null or from_date is null or until_date >= from_date);
drop index unit_version_begins;
create index unit_version_begins on unit_version (unit_id, from_date);
