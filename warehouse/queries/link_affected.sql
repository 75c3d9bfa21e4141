-- The reports that wait, and those taken in so far.
from affected;
