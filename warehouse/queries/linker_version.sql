-- Whether the links were made by these rules.
select exists (select 1 from quality.linker where version = $version) as known;
