/**
 * What the commands of the command line have in common: the data directory, exit codes, the
 * language they speak.
 */
@NullMarked
package cn.anxun.server.command;

import org.jspecify.annotations.NullMarked;
