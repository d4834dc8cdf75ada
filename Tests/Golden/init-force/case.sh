# A pipeline of all partnerships of a force, in a folder whose name has a blank: the command can be pasted.
ARGUMENTS=(init "Cleveland Police" --output "$WORK/new pipeline")
STATUS=0
