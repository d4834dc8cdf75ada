# A pipeline of all partnerships of a force, in a folder with a space in its name: the printed command can be pasted.
ARGUMENTS=(init "Cleveland Police" --output "$WORK/new pipeline")
STATUS=0
