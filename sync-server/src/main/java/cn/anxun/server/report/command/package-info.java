/** The commands {@code report} and {@code evidence}, which read a ledger and write files. */
@NullMarked
package cn.anxun.server.report.command;

import org.jspecify.annotations.NullMarked;
