-- Record a migration, in the transaction that applies it.
insert into migration values (?, ?, now());
