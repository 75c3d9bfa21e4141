-- Remember nothing of what was judged as of a day on which not all that is known was known.
delete from quality.judged_input;
