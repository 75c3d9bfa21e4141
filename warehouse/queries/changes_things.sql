-- Everything of one kind.
from $table;
