-- Say which rules made the links.
delete from quality.linker;
insert into quality.linker (version) values ($version);
