// Linux has it since 2.6.39; Swift's Glibc leaves out what needs _GNU_SOURCE.
int syncfs(int fd);
