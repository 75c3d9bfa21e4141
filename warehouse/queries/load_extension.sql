-- An extension from a file of this machine.
load '$path';
